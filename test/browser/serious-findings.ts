import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What an assistive technology would stumble over on the page, with the elements; empty when nothing. */
export async function seriousFindings(page: Page) {
  // The page forbids script tags that are not its own, so the checker is evaluated instead.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
