import type { Locator, Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";
import { seriousFindings } from "./serious-findings.ts";

// The unmodified card bundles on real records: real server, real webhooks, a real browser.

let preview: Awaited<ReturnType<typeof openPreview>>;
let page: Page;
beforeAll(async () => {
  preview = await openPreview();
}, 180_000);
afterAll(() => preview.close());
beforeEach(async () => {
  page = await preview.newPage();
  await page.goto(preview.url);
});
afterEach(() => page.close());

const card = () => page.locator("main .frame");
const status = () => card().locator('[data-test-id="status"]');
const property = (label: string): Locator =>
  page.locator(".properties").getByLabel(label, { exact: true });
const written = (name: string) => page.locator(`[data-property="${name}"]`);

async function open(name: string): Promise<void> {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await status().waitFor();
}

/** Waits until an element's text is so. */
async function reads(locator: Locator, text: string): Promise<void> {
  await locator.filter({ hasText: text }).waitFor({ timeout: 20_000 });
}

test("a rep sees why Dana is an MQL, what is missing, and what to ask", async () => {
  await open("Dana Whitfield");

  expect(await status().innerText()).toBe("MQL");
  const shown = await card().innerText();
  expect(shown).toContain("Asked for a demo on");
  expect(shown).toContain("What do they want to change, and why now?");
  expect(shown).toContain("Buying committee at Lakeside Family Practice");
  expect(await page.locator("[data-undrawn]").count()).toBe(0);
}, 60_000);

test("a changed form answer changes the card and the written properties", async () => {
  await open("Marcus Oyelaran");
  const before = Number(await written("medqual_fit").innerText());

  await property("Specialty").fill("Cardio");
  await property("Specialty").press("Enter");

  await reads(card(), "Specialty works by appointment: Cardio");
  await reads(written("medqual_fit"), String(before + 10));
  expect(Number(await written("medqual_fit").innerText())).toBe(before + 10);
}, 60_000);

test("a rep qualifies Dana to SQL, one confirmation after the other", async () => {
  await open("Dana Whitfield");
  const nextStep = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

  await property("Medqual handoff").selectOption("accepted");
  for (const item of ["need", "timeline", "authority"])
    await property(`Medqual ${item}`).selectOption("confirmed");
  await property("Medqual next step date").fill(nextStep);
  await property("Medqual next step date").blur();

  await reads(status(), "SQL");
  await reads(written("lifecyclestage"), "Sales Qualified Lead");
  expect(await card().innerText()).toContain("All 4 required items are confirmed.");
}, 60_000);

test("a deal shows its committee", async () => {
  await page.getByRole("combobox", { name: "Records" }).selectOption("deals");
  await page.getByRole("button", { name: "Lakeside Family Practice" }).click();

  await reads(card(), "Everything hangs on one person: Dana Whitfield.");
  expect(await card().getByRole("progressbar").getAttribute("aria-label")).toMatch(/\d+%/);
  expect(await page.locator("[data-undrawn]").count()).toBe(0);
}, 60_000);

test("records are found by name and by status", async () => {
  await page.getByLabel("Search").fill("Priya");
  await page.getByRole("heading", { name: "1 found" }).waitFor();
  await page.getByLabel("Search").fill("");
  await page.getByLabel("Status").selectOption("hold");

  const list = page.locator(".records ul").last();
  await list.locator(".badge.hold").first().waitFor();
  expect(new Set(await list.locator(".badge").allInnerTexts())).toEqual(new Set(["hold"]));
}, 60_000);

test("an assistive technology finds nothing seriously wrong", async () => {
  await open("Dana Whitfield");
  for (const summary of await card().locator("summary").all()) await summary.click();

  expect(await seriousFindings(page)).toEqual([]);
}, 60_000);

test("everything can be reached with the keyboard", async () => {
  await open("Dana Whitfield");
  await page.getByRole("button", { name: "Priya Raman" }).first().focus();

  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Priya Raman" }).waitFor();

  expect(await page.locator(":focus").innerText()).toContain("Priya Raman");
}, 60_000);

test("no page complained about anything", () => {
  expect(preview.troubles).toEqual([]);
});
