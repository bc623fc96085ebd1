import type { Express, Request, Response } from "express";
import { approve, checkAuthorize, decline, type AuthorizeRequest } from "../oauth/authorize.ts";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import { lackedScopes } from "../switches.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { escapeHtml, list, page } from "./html.ts";
import { bodyText, textsOf } from "./mount.ts";

const unknownUserId = 1;

/** The pages on which an administrator connects the app: `/oauth/authorize`, with or without a portal. */
export function serveConsent(app: Express, portal: Portal, book: OAuthBook): void {
  app.get("/oauth/authorize", ask);
  app.get("/oauth/:portalId/authorize", (request, response) => {
    const { portalId } = profileOf(portal);
    if (request.params.portalId === String(portalId)) return ask(request, response);
    refuse(response, "Unknown account", `This sandbox is account ${portalId}.`);
  });
  app.post("/oauth/authorize", decide);

  function ask(request: Request, response: Response): void {
    const params = firstValues(request.query);
    const result = checkAuthorize(book, params, lackedScopes(portal.switches));
    if (result.kind === "refused") return refuse(response, result.title, result.explanation);
    const { companyName, portalId } = profileOf(portal);
    const html = consentPage(params, {
      appName: book.app.name,
      account: `${companyName} (${portalId})`,
      request: result.request,
    });
    response.type("html").send(html);
  }

  function decide(request: Request, response: Response): void {
    const form = Object.fromEntries(new URLSearchParams(bodyText(request)));
    const result = checkAuthorize(book, form, lackedScopes(portal.switches));
    if (result.kind === "refused") return refuse(response, result.title, result.explanation);
    if (form["decision"] !== "connect") return response.redirect(302, decline(result.request));
    const [installer] = portal.owners.rows();
    response.redirect(302, approve(book, result.request, installer?.userId ?? unknownUserId));
  }
}

function refuse(response: Response, title: string, explanation: string): void {
  response
    .status(400)
    .type("html")
    .send(page(`${title}: the app can't be connected`, `<p>${escapeHtml(explanation)}</p>`));
}

function consentPage(
  params: Readonly<Record<string, string>>,
  view: { readonly appName: string; readonly account: string; readonly request: AuthorizeRequest },
): string {
  const hidden = Object.entries(params).map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page(
    `Connect ${view.appName} to ${view.account}`,
    `<p>${escapeHtml(view.appName)} asks for access to the sandbox account <strong>${escapeHtml(view.account)}</strong>.</p>
<h2>What it will be able to do</h2>
${list(view.request.scopes)}
<p>Afterwards you return to <code>${escapeHtml(new URL(view.request.redirectUri).origin)}</code>.</p>
<form method="post" action="/oauth/authorize">
${hidden.join("\n")}
<button type="submit" name="decision" value="connect">Connect app</button>
<button type="submit" name="decision" value="cancel">Cancel</button>
</form>`,
  );
}

function firstValues(query: Request["query"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, textsOf(value)[0] ?? ""]),
  );
}
