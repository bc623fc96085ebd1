import type { OAuthBook } from "../oauth/oauth-book.ts";
import { uninstall } from "../oauth/tokens.ts";
import { findOwner, listOwners, type Owner } from "../portal/owners.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { pageLimit } from "./page-limit.ts";
import { param, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { fixedScope } from "./scopes.ts";

/** `/account-info/<version>/details`. */
export function accountRoutes(portal: Portal): readonly Route[] {
  return [{ method: "get", path: "/details", scopes: fixedScope("oauth"), run: details }];

  function details(): Answer {
    const { portalId, timeZone } = profileOf(portal);
    const offset = utcOffset(timeZone, portal.now());
    return {
      status: 200,
      body: {
        portalId,
        accountType: "STANDARD",
        timeZone,
        companyCurrency: "USD",
        additionalCurrencies: [],
        utcOffset: offset.text,
        utcOffsetMilliseconds: offset.ms,
        uiDomain: "app.hubspot.com",
        dataHostingLocation: "na1",
      },
    };
  }
}

/** Owners, below `/crm/owners/<version>`. */
export function ownerRoutes(portal: Portal): readonly Route[] {
  const scopes = fixedScope("crm.objects.owners.read");
  return [
    { method: "get", path: "/", query: ["email", "after", "limit", "archived"], scopes, run: list },
    { method: "get", path: "/:id", query: ["idProperty", "archived"], scopes, run: get },
  ];

  function list(call: Call): Answer {
    const limit = pageLimit(call, { standard: 100, most: 500 });
    const email = queryValue(call, "email");
    const after = queryValue(call, "after");
    const archived = queryValue(call, "archived") === "true";
    const found = listOwners(portal, {
      limit: limit + 1,
      archived,
      ...(email === undefined ? {} : { email }),
      ...(after === undefined ? {} : { after }),
    });
    const results = found.slice(0, limit).map(ownerView);
    const next = found[limit];
    return {
      status: 200,
      body: { results, ...(next ? { paging: { next: { after: next.id } } } : {}) },
    };
  }

  function get(call: Call): Answer {
    const by = queryValue(call, "idProperty") === "userId" ? "userId" : "id";
    const owner = findOwner(portal, param(call, "id"), by);
    const archived = queryValue(call, "archived") === "true";
    if (owner === undefined || (owner.archived ?? false) !== archived) {
      throw Problem.recordNotFound(param(call, "id"));
    }
    return { status: 200, body: ownerView(owner) };
  }
}

/** `/appinstalls/2026-09/external-install`: the app takes itself out of the portal. */
export function installRoutes(portal: Portal, book: OAuthBook): readonly Route[] {
  return [{ method: "delete", path: "/external-install", run: remove }];

  function remove({ caller }: Call): Answer {
    if (caller.kind !== "oauth") throw Problem.missingScopes(["oauth"]);
    uninstall(book, portal.switches.accessTokensOutliveUninstall ? "live on" : "die");
    return { status: 204 };
  }
}

function ownerView(owner: Owner): unknown {
  const createdAt = new Date(owner.createdAt).toISOString();
  return {
    id: owner.id,
    email: owner.email,
    type: "PERSON",
    firstName: owner.firstName,
    lastName: owner.lastName,
    userId: owner.userId,
    userIdIncludingInactive: owner.userId,
    createdAt,
    updatedAt: createdAt,
    archived: owner.archived ?? false,
  };
}

function utcOffset(timeZone: string, now: number): { readonly text: string; readonly ms: number } {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const text = name === "GMT" ? "+00:00" : name.replace("GMT", "");
  const [hours = 0, minutes = 0] = text.slice(1).split(":").map(Number);
  const ms = (hours * 60 + minutes) * 60_000;
  return { text, ms: text.startsWith("-") ? -ms : ms };
}
