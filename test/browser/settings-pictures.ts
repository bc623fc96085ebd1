import { join } from "node:path";
import type { Page } from "playwright-core";

/** The settings page with a draft in work, for the guide; the draft is discarded again. */
export async function takeSettingsPictures(
  page: Page,
  { url, folder }: { readonly url: string; readonly folder: string },
): Promise<void> {
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  const frame = page.locator(".frame");
  await page.goto(`${url}/?page=settings`);
  await page.getByRole("button", { name: "Change the playbook" }).click();
  await tab("Fit").click();
  await page.getByLabel("Points needed for MQL").fill("65");
  await page.getByLabel("Points needed for MQL").blur();
  await page.locator('[data-test-id="flips"]').waitFor();
  await page.getByText("Counting").waitFor({ state: "hidden" });
  await page.getByText("contacts counted").waitFor({ state: "hidden" });
  await page.getByText("What the draft changes (1)").click();
  await frame.screenshot({ path: join(folder, "settings-fit.png") });
  await tab("Offers and sources").click();
  await page.getByText("Referral workflow guide · Awareness").click();
  // Of the fields of all offers only those of the open one are seen.
  await page.getByLabel("Words of the form's name").filter({ visible: true }).click();
  await page.screenshot({ path: join(folder, "settings-offer.png") });
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Change the playbook" }).waitFor();
}
