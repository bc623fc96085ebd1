import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openPreview } from "./open-preview.ts";

// Pictures for the README and the docs, taken from the running preview and from nothing else.

const folder = "docs/images";
mkdirSync(folder, { recursive: true });
const preview = await openPreview();
const page = await preview.newPage({ width: 1320, height: 900 });
await page.goto(preview.url);
await page.getByRole("button", { name: "Dana Whitfield" }).first().click();
await page.locator('[data-test-id="status"]').waitFor();
await take(page, "preview");
await page.locator(".frame").screenshot({ path: join(folder, "card-contact.png") });
await page.getByRole("combobox", { name: "Records" }).selectOption("deals");
await page.getByRole("button", { name: "Lakeside Family Practice" }).click();
await page.locator(".frame", { hasText: "Next contact" }).waitFor();
await page.locator(".frame").screenshot({ path: join(folder, "card-deal.png") });
await preview.close();

async function take(shown: Page, name: string): Promise<void> {
  await shown.screenshot({ path: join(folder, `${name}.png`) });
}
