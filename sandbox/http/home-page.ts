import type { Express } from "express";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import { isInstalled } from "../oauth/oauth-book.ts";
import { objectTypeIds, objectTypes } from "../portal/object-type.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { escapeHtml, page } from "./html.ts";

/** `/`: says to whoever opens the address in a browser what answers here. */
export function serveHome(app: Express, portal: Portal, book: OAuthBook): void {
  app.get("/", (_request, response) => {
    const { companyName, portalId } = profileOf(portal);
    const counts = objectTypeIds.map(
      (type) => `${portal.shelves[type].size()} ${objectTypes[type].plural}`,
    );
    const installed = isInstalled(book) ? "is connected" : "is not connected";
    const html = page(
      "Sandbox portal",
      `<p>A HubSpot account that exists on this machine only: it answers HubSpot's CRM and OAuth requests and sends its webhooks.</p>
<dl>
<dt>Account</dt><dd>${escapeHtml(companyName)} (${portalId})</dd>
<dt>Records</dt><dd>${counts.join(", ")}</dd>
<dt>App</dt><dd>${escapeHtml(book.app.name)} ${installed}</dd>
</dl>
<ul>
<li><a href="/sandbox/state">State of the account</a></li>
<li><a href="/sandbox/deliveries">Recent webhook deliveries</a></li>
</ul>`,
    );
    response.type("html").send(html);
  });
}
