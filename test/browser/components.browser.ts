import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { startPreview } from "../../demo/preview/start-preview.ts";
import type { AppRegistration } from "../../sandbox/project/app-registration.ts";
import { readProject } from "../../sandbox/project/read-project.ts";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import { aSeed } from "../sandbox/sandbox-under-test.ts";
import { openBrowser } from "./open-browser.ts";
import { seriousFindings } from "./serious-findings.ts";

// The preview as an extension's author sees it: an app of its own that shows every component.

jest.setTimeout(30_000);

let sandbox: Sandbox;
let preview: Awaited<ReturnType<typeof startPreview>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let page: Page;

beforeAll(async () => {
  const credentials = { clientId: "client", clientSecret: "secret", appId: 77 };
  const app: AppRegistration = readProject(".", {
    variables: { API_ORIGIN: "http://127.0.0.1:1" },
    credentials,
  });
  sandbox = await startSandbox({ port: 0, app, seed: () => aSeed({ contacts: [ada], deals: [] }) });
  preview = await startPreview({
    port: 0,
    publicBaseUrl: "http://127.0.0.1:1",
    apiBase: sandbox.url,
    token: "sandbox-admin",
    clientSecret: credentials.clientSecret,
    appId: credentials.appId,
    appDir: `${process.cwd()}/test/browser/every-component/app`,
  });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await preview.close();
  await sandbox.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(preview.url);
});
afterEach(() => page.close());

const ada = {
  key: "ada",
  properties: { firstname: "Ada", lastname: "Byron", email: "ada@clinic.example" },
  createdAt: "2026-03-01T09:00:00.000Z",
};

const card = () => page.locator("main .frame");
const heard = () => card().locator('[data-test-id="heard"]');

async function openCard(tab?: string): Promise<void> {
  await page.getByRole("button", { name: "Ada Byron" }).click();
  await card().getByRole("tab", { name: "Fields" }).waitFor();
  if (tab !== undefined) await card().getByRole("tab", { name: tab }).click();
}

test("a field tells the extension while one types, and for good when it is left", async () => {
  await openCard();
  const name = card().getByLabel("Name", { exact: true });

  await name.pressSequentially("Lakeside");
  await heard().filter({ hasText: "typing Lakeside" }).waitFor();
  await name.blur();

  await heard().filter({ hasText: "name Lakeside" }).waitFor();
  expect(await name.getAttribute("aria-invalid")).toBe("true");
});

test("a number outside of its bounds is explained and not told", async () => {
  await openCard();
  const threshold = card().getByLabel("Threshold");

  await threshold.fill("120");
  await threshold.blur();
  await card().getByText("Enter 100 or less.").waitFor();
  expect(await heard().innerText()).toBe("nothing yet");
  await threshold.fill("80");
  await threshold.press("Enter");

  await heard().filter({ hasText: "threshold 80" }).waitFor();
});

test("a form submits the value of every field, typed or not", async () => {
  await openCard();
  await card().getByLabel("Kind", { exact: true }).selectOption("Hospital");
  await card().getByRole("group", { name: "Kinds" }).locator("summary").click();
  await card().getByRole("group", { name: "Kinds" }).getByLabel("Clinic").check();
  await card().getByLabel("Day").fill("2026-03-09");
  await card().getByLabel("Hour").fill("09:30");
  await card().getByLabel("I am sure").check();
  await card().getByRole("switch", { name: "Observe" }).check();
  await card().getByRole("group", { name: "Channels" }).getByLabel("Hospital").check();
  await card().getByRole("radio", { name: "Clinic" }).check();
  await card().getByRole("button", { name: "More: Roles" }).click();
  await card().getByLabel("Name", { exact: true }).fill("Lakeside");
  await card().getByRole("button", { name: "Save" }).click();

  const submitted = card().locator('[data-test-id="submitted"]');
  await submitted.filter({ hasText: "Lakeside" }).waitFor();
  expect(JSON.parse(await submitted.innerText())).toEqual({
    name: "Lakeside",
    notes: "none",
    threshold: 60,
    roles: 3,
    kind: "hospital",
    kinds: ["clinic"],
    day: { year: 2026, month: 2, date: 9, formattedDate: "2026-03-09" },
    hour: { hours: 9, minutes: 30 },
    search: "",
    sure: "true",
    one: "",
    observe: "true",
    channels: ["hospital"],
    rule: "clinic",
  });
});

test("a modal opens from its button, acts, closes and gives the focus back", async () => {
  await openCard("Overlays");

  await card().getByRole("button", { name: "Publish …" }).click();
  const modal = page.getByRole("dialog", { name: "Are you sure?" });
  await modal.getByRole("button", { name: "Publish" }).click();

  await modal.waitFor({ state: "hidden" });
  await page.getByRole("status", { name: "Messages" }).getByText("published").waitFor();
  expect(await page.locator(":focus").innerText()).toBe("Publish …");
});

test("a panel closes by Escape and by the extension's own action", async () => {
  await openCard("Overlays");
  const open = card().getByRole("button", { name: "More …" });
  const panel = page.getByRole("dialog", { name: "More" });

  await open.click();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await open.click();
  await panel.getByRole("button", { name: "Done" }).click();

  await panel.waitFor({ state: "hidden" });
  expect(await open.isVisible()).toBe(true);
});

test("a menu goes by the arrows, and a tooltip explains its button", async () => {
  await openCard("Overlays");

  await card().getByRole("button", { name: "Actions" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await page.getByRole("status", { name: "Messages" }).getByText("rolled back").waitFor();
  const approve = card().getByRole("button", { name: "Approve" });
  const tooltip = page.locator(`[id="${await approve.getAttribute("aria-describedby")}"]`);
  await approve.focus();
  expect(await tooltip.innerText()).toBe("Needs two people");
});

test("a link of HubSpot's leads to the record in the preview", async () => {
  await openCard("Overlays");

  const href = await card().getByRole("link", { name: "The first contact" }).getAttribute("href");

  expect(href).toBe("?type=contacts&id=1");
});

test("a table sorts by its header and turns its pages", async () => {
  await openCard("Rows");
  const names = () => card().locator("tbody td").allInnerTexts();
  expect(await names()).toEqual(["Ada", "Bo"]);

  await card().getByRole("button", { name: "Name" }).click();
  await card().locator('th[aria-sort="descending"]').waitFor();
  expect(await names()).toEqual(["Cleo", "Bo"]);
  await card().getByRole("button", { name: "2", exact: true }).click();

  await card().locator("tbody").getByText("Ada").waitFor();
  expect(await names()).toEqual(["Ada"]);
});

test("a chart carries its figures for those who cannot see it", async () => {
  await openCard("Pictures");

  const table = card().getByRole("table", { name: "By week" });
  await table.waitFor({ state: "attached" });

  expect(await table.getByRole("row").allInnerTexts()).toEqual([
    "Week\tMQL\tSQL",
    "1\t12\t4",
    "2\t9\t6",
  ]);
});

test.each(["Fields", "Overlays", "Rows", "Pictures"])(
  "an assistive technology finds nothing seriously wrong with %s",
  async (tab) => {
    await openCard(tab);

    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator("[data-undrawn]").count()).toBe(0);
  },
);

test("each extension stands where its hsmeta file says", async () => {
  await openCard();
  const where = page.locator('[data-test-id="where"]');

  expect(await page.locator('.side [data-test-id="where"]').innerText()).toBe(
    "crm.record.sidebar of 0-1",
  );
  await page.getByRole("link", { name: "Settings" }).click();
  await where.filter({ hasText: "settings for Mara" }).waitFor();
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByRole("link", { name: "To the demo offer" }).click();
  await where.filter({ hasText: "offer demo" }).waitFor();
  expect(new URL(page.url()).hash).toBe("#/offers/demo");
});

test("another person is another user to the extensions, and one may only look", async () => {
  await page.getByRole("link", { name: "Settings" }).click();
  const where = page.locator('[data-test-id="where"]');
  await page.getByLabel("You are").selectOption({ label: "Rhea Novak · May only look" });

  await where.filter({ hasText: "settings for Rhea" }).waitFor();
  await page.getByRole("link", { name: "Records" }).click();
  await page.getByRole("button", { name: "Ada Byron" }).click();
  const title = page.locator(".properties").getByLabel("Job Title");
  await title.fill("Practice manager");
  await title.press("Enter");

  await page.getByText("Rhea Novak may only look.").waitFor();
  expect(await title.inputValue()).toBe("");
});
