import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";
import { takeSettingsPictures } from "./settings-pictures.ts";

// Pictures for the README and the docs, taken from the running preview and from nothing else.

const folder = "docs/images";
mkdirSync(folder, { recursive: true });
const preview = await openPreview();
const page = await preview.newPage({ width: 1320, height: 900 });
await page.goto(preview.url);
const card = page.locator("main .frame");

await page.getByRole("button", { name: "Dana Whitfield" }).first().click();
await card.locator('[data-test-id="status"]').waitFor();
const narrow = page.locator(".frame", { hasText: "Qualification in short" });
await narrow.locator('[data-test-id="status"]').waitFor();
await take(page, "preview");
await take(card, "card-contact");
await take(narrow, "card-sidebar");
await card.getByRole("button", { name: "Return …" }).click();
await take(card.locator(".tile").first(), "card-return");
await card.getByRole("button", { name: "Cancel" }).click();

await page.getByRole("button", { name: "Marcus Oyelaran" }).first().click();
await take(card.locator("details", { hasText: "Fields to check" }), "card-fields");

await page.getByRole("combobox", { name: "Records" }).selectOption("deals");
await page.getByRole("button", { name: "Lakeside Family Practice" }).click();
await card.filter({ hasText: "Next contact" }).waitFor();
await take(card, "card-deal");
await page.goto(`${preview.url}?page=home`);
await card.getByText("Contacts on hold, by missing field").waitFor();
await take(card, "home");
await takeSettingsPictures(page, { url: preview.url, folder });
await preview.close();

async function take(shown: Page | Locator, name: string): Promise<void> {
  await shown.screenshot({ path: join(folder, `${name}.png`) });
}
