import type { Locator, Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";
import { seriousFindings } from "./serious-findings.ts";

// Reps at work, on the cards alone: the unmodified bundles, a real server, a real browser.

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
const narrow = () => page.locator(".frame", { hasText: "Qualification in short" });
const status = (of: Locator = card()) => of.locator('[data-test-id="status"]');
const button = (name: string | RegExp) => card().getByRole("button", { name });
const row = (label: string) => card().locator('[data-test-id="gaps"] tr', { hasText: label });
const written = (name: string) => page.locator(`[data-property="${name}"]`);
const waiting = { timeout: 20_000 };

async function open(name: string): Promise<void> {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await status().waitFor();
}

async function gone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: "detached", ...waiting });
}

async function reads(locator: Locator, text: string | RegExp): Promise<void> {
  await locator.filter({ hasText: text }).first().waitFor(waiting);
}

test("a rep qualifies Dana, who asked for a demo, to SQL by the card alone", async () => {
  await open("Dana Whitfield");
  const nextStep = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

  await button("Accept lead").click();
  await gone(row("Acceptance by Sales"));
  for (const item of ["Need", "Timeline", "Authority"]) {
    await row(item).getByRole("button", { name: "Confirmed" }).click();
    await gone(row(item));
  }
  await row("Next step").getByLabel("Date").fill(nextStep);
  await row("Next step").getByLabel("Date").blur();
  await row("Next step").getByRole("button", { name: "Save" }).click();

  await reads(status(), "SQL");
  await reads(written("lifecyclestage"), "Sales Qualified Lead");
  await reads(status(narrow()), "SQL");
  expect(await card().innerText()).toContain("Nothing is missing for the next step.");
  expect(await card().innerText()).toContain("All 4 required items are confirmed.");
}, 120_000);

test("a rep returns a lead with a reason, and the lead is recycled", async () => {
  await open("Marcus Oyelaran");

  await button("Return …").click();
  await card().getByLabel("Reason").selectOption({ label: "No timeline" });
  await button("Return lead").click();

  await reads(status(), "Recycled");
  await reads(written("hs_lead_status"), /bad timing/i);
  await reads(card(), "no timeline.");
  expect(await button("Accept lead").count()).toBe(0);
}, 60_000);

test("a rep states with one press what was only inferred", async () => {
  const { db } = preview.stack.server.services;
  const standings = await db.selectFrom("standings").select(["object_id", "facts"]).execute();
  const inferred = standings.find(({ facts }) => {
    const type = "profile" in facts ? facts.profile.organizationType : null;
    return type?.kind === "known" && type.evidence.certainty === "inferred";
  });
  await page.goto(`${preview.url}?type=contacts&id=${inferred?.object_id}`);
  await status().waitFor();
  const fix = card().locator('[data-test-id="fix-organizationType"]');

  await fix.click();

  await gone(fix);
  expect(await card().getByRole("alert").count()).toBe(0);
}, 60_000);

test("an override holds until its last day, and is ended", async () => {
  await open("Fiona Kilbride");
  await card().getByText("Override the verdict").click();

  await card().getByLabel("Stands as").selectOption({ label: "Nurture" });
  await card().getByLabel("Why").selectOption({ label: "Data is wrong and being corrected" });
  await card().getByLabel("Last day").fill("2099-12-31");
  await card().getByLabel("Last day").blur();
  await button("Override").click();
  await reads(status(), "Nurture");
  await reads(card(), "Nurture by override until 31 Dec 2099");
  await button("End the override").click();

  await reads(status(), "MQL");
}, 60_000);

test("the cards are read aloud and worked by keyboard, with every part of them open", async () => {
  await open("Jerome Marchetti");
  for (const summary of await card().locator("summary").all()) await summary.click();

  expect(await seriousFindings(page)).toEqual([]);
  await button("Refresh").focus();
  await page.keyboard.press("Enter");
  await reads(card(), /Decided .+ ago/);
  expect(await page.locator("[data-undrawn]").count()).toBe(0);
}, 60_000);

test("no page complained about anything", () => {
  expect(preview.troubles).toEqual([]);
});
