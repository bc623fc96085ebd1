import type { Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";
import { seriousFindings } from "./serious-findings.ts";

// The unmodified bundle of the app's page on the demonstration's portal.

let preview: Awaited<ReturnType<typeof openPreview>>;
let page: Page;
beforeAll(async () => {
  preview = await openPreview();
}, 180_000);
afterAll(() => preview.close());
beforeEach(async () => {
  page = await preview.newPage();
  await page.goto(preview.url);
  await page.getByRole("link", { name: "Home" }).click();
  await page.locator('[data-test-id="marketing"]').waitFor();
});
afterEach(() => page.close());

test("marketing and sales see their own figures", async () => {
  const { db } = preview.stack.server.services;
  const count = async (status: string) =>
    (await db.selectFrom("standings").select("object_id").where("status", "=", status).execute())
      .length;

  const marketing = await page.locator('[data-test-id="marketing"]').innerText();
  const sales = await page.locator('[data-test-id="sales"]').innerText();

  expect(marketing).toMatch(new RegExp(`^${await count("mql")} MQLs\\.`));
  expect(sales).toMatch(new RegExp(`^${await count("sql")} SQLs\\.`));
  expect(sales).not.toContain("MQL");
  expect(await page.locator("[data-undrawn]").count()).toBe(0);
}, 60_000);

test("another period is chosen with the keyboard", async () => {
  const period = page.getByLabel("Moves of the last");
  await period.focus();
  const asked = page.waitForRequest(
    (request) => request.postData()?.includes("/api/home?days=90") ?? false,
  );

  await page.keyboard.press("ArrowDown");
  await asked;
  await page.locator('[data-test-id="marketing"]').waitFor();

  expect(await period.locator("option:checked").innerText()).toBe("90 days");
}, 60_000);

test("an assistive technology finds nothing seriously wrong, and no page complained", async () => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(preview.troubles).toEqual([]);
}, 60_000);
