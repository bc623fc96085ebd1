import type { Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";
import { seriousFindings } from "./serious-findings.ts";

// The unmodified settings bundle: a marketer changes the playbook, two people agree, the portal follows.

let preview: Awaited<ReturnType<typeof openPreview>>;
let page: Page;
beforeAll(async () => {
  preview = await openPreview();
}, 180_000);
afterAll(() => preview.close());
beforeEach(async () => {
  page = await preview.newPage();
  await page.goto(`${preview.url}/?page=settings`);
  await page.getByText("Playbook Hybrid, version").waitFor();
});
afterEach(() => page.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const tab = (name: string) => page.getByRole("tab", { name, exact: true });
const flips = () => page.locator('[data-test-id="flips"]');
const be = (name: string) => page.getByLabel("You are").selectOption({ label: name });

/** A contact as it was decided last. */
async function contactNamed(name: string) {
  const { db } = preview.stack.server.services;
  const rows = await db
    .selectFrom("standings")
    .select(["object_id", "status", "facts"])
    .where("object_type", "=", "contacts")
    .execute();
  const found = rows.find(({ facts }) => facts.name === name);
  if (!found) throw new Error(`No contact is called ${name}`);
  return found;
}

test("a marketer raises a threshold, sees who falls back, and two people put it in force", async () => {
  await button("Change the playbook").click();
  await tab("Fit").click();
  await page.getByLabel("Points needed for MQL").fill("65");
  await page.getByLabel("Points needed for MQL").blur();
  await flips().waitFor({ timeout: 20_000 });
  const [name = ""] = await flips().locator("tbody td").allInnerTexts();
  const { object_id: id, status } = await contactNamed(name);
  expect(status).toBe("mql");

  await page.getByText("What the draft changes (1)").click();
  await page.getByText("Fit: minimum 65 instead of 50.").waitFor();
  await button("Approve for marketing").click();
  await page.getByText("Marketing has approved").waitFor();
  expect(await button("Publish").isDisabled()).toBe(true);
  await be("Samuel Okafor · Sales lead");
  await button("Approve for sales").click();
  await page.getByText("Sales has approved").waitFor();
  await page.getByLabel("What is it for?").fill("Sales wants fewer");
  await button("Publish").click();

  await page.getByText("Playbook Hybrid, version 2").waitFor({ timeout: 20_000 });
  await preview.stack.person.see("contacts", id, { medqual_status: "hold" });
  expect(await page.locator("[data-undrawn]").count()).toBe(0);
}, 120_000);

test("one person is refused the second approval, and told why", async () => {
  await button("Change the playbook").click();
  await button("Approve for marketing").click();
  await page.getByText("Marketing has approved").waitFor();

  await button("Approve for sales").click();

  await page.getByText("Marketing and sales must be different people").waitFor();
  await button("Discard the draft").click();
  await button("Change the playbook").waitFor();
}, 60_000);

test("every part of the draft is drawn, and an assistive technology finds nothing seriously wrong", async () => {
  await button("Change the playbook").click();
  await button("Discard the draft").waitFor();
  const findings: unknown[] = [];

  for (const name of await page.getByRole("tab").allInnerTexts()) {
    await tab(name).click();
    await page.evaluate(
      "document.querySelectorAll('main details').forEach((each) => (each.open = true))",
    );
    expect([name, await page.locator("[data-undrawn]").count()]).toEqual([name, 0]);
    findings.push(...(await seriousFindings(page)).map((finding) => [name, finding]));
  }

  expect(findings).toEqual([]);
  await button("Discard the draft").click();
  await button("Change the playbook").waitFor();
}, 180_000);

test("a threshold is changed with the keyboard alone", async () => {
  await button("Change the playbook").focus();
  await page.keyboard.press("Enter");
  await button("Discard the draft").waitFor();
  await tab("Fit").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Points needed for MQL").focus();

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");

  await page
    .getByText("A minimum of 0 lets intent alone make an MQL.")
    .first()
    .waitFor({ timeout: 20_000 });
  await button("Discard the draft").focus();
  await page.keyboard.press("Enter");
  await button("Change the playbook").waitFor();
}, 60_000);

test("no page complained about anything but the refusal", () => {
  expect(preview.troubles.filter((trouble) => !trouble.includes("403"))).toEqual([]);
});
