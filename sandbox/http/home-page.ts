import type { Express } from "express";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import { isInstalled } from "../oauth/oauth-book.ts";
import { objectTypeIds, objectTypes } from "../portal/object-type.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { escapeHtml } from "./html.ts";
import { viewPage, viewRoot } from "./view/layout.ts";
import { facts, link, table, time } from "./view/parts.ts";

/** `/`: says to whoever opens the address in a browser what answers here. */
export function serveHome(app: Express, portal: Portal, book: OAuthBook): void {
  app.get("/", (_request, response) => {
    const { companyName, portalId } = profileOf(portal);
    const installed = isInstalled(book) ? "is connected" : "is not connected";
    const counts = objectTypeIds.map((type) => {
      const { plural } = objectTypes[type];
      return [link(`${viewRoot}/records/${plural}`, plural), String(portal.shelves[type].size())];
    });
    const columns = [{ name: "Type" }, { name: "Records", isNumber: true }];
    const html = viewPage(
      companyName,
      "Account",
      `<p>A HubSpot account that exists on this machine only: it answers HubSpot's CRM and OAuth requests and sends its webhooks.</p>
${facts([
  ["Account", `${escapeHtml(companyName)} (${portalId})`],
  ["App", `${escapeHtml(book.app.name)} ${installed}`],
  ["It is", time(portal.now())],
])}
<h2>Records</h2>
${table("Records by type, those in the recycle bin included", columns, counts)}`,
    );
    response.type("html").send(html);
  });
}
