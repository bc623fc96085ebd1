import type { Express, Request } from "express";
import { issueAppToken } from "../oauth/app-tokens.ts";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import { oauthProblem } from "../oauth/oauth-problem.ts";
import { signedToken } from "../oauth/signed-token.ts";
import { checkClient, issueTokens, revokeRefreshToken, type TokenForm } from "../oauth/tokens.ts";
import { listOwners } from "../portal/owners.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { bodyText, respond } from "./mount.ts";
import type { Answer } from "./route.ts";

const versions = ["2026-09", "2026-03", "v3", "v1"];
const datedVersions = ["2026-09", "2026-03", "v3"];

/** The token endpoints, which know the app by its secret and not by a bearer token. */
export function serveTokens(app: Express, portal: Portal, book: OAuthBook): void {
  for (const version of versions) {
    app.post(`/oauth/${version}/token`, (request, response) => {
      respond(response, () => token(formOf(request)));
    });
  }
  for (const version of datedVersions) {
    app.post(`/oauth/${version}/token/introspect`, (request, response) => {
      respond(response, () => introspect(formOf(request)));
    });
    app.post(`/oauth/${version}/token/revoke`, (request, response) => {
      respond(response, () => revoke(formOf(request)));
    });
  }
  app.get("/oauth/v1/access-tokens/:token", (request, response) => {
    respond(response, () => ({ status: 200, body: aboutAccessToken(request.params.token) }));
  });
  app.get("/oauth/v1/refresh-tokens/:token", (request, response) => {
    respond(response, () => ({ status: 200, body: aboutRefreshToken(request.params.token) }));
  });
  app.delete("/oauth/v1/refresh-tokens/:token", (request, response) => {
    respond(response, () => {
      revokeRefreshToken(book, request.params.token);
      return { status: 204 };
    });
  });

  function token(form: TokenForm): Answer {
    if (form["grant_type"] === "client_credentials") return appToken(form);
    const { grant, refreshToken, accessToken, expiresInSeconds } = issueTokens(book, form);
    return {
      status: 200,
      body: {
        token_type: "bearer",
        refresh_token: refreshToken,
        access_token: accessToken,
        hub_id: profileOf(portal).portalId,
        scopes: grant.scopes,
        expires_in: expiresInSeconds,
        token_use: "access_token",
        user_id: grant.userId,
      },
    };
  }

  function appToken(form: TokenForm): Answer {
    const { accessToken, scopes, expiresInSeconds } = issueAppToken(book, form);
    const body = { token_type: "bearer", access_token: accessToken, scopes };
    return { status: 200, body: { ...body, expires_in: expiresInSeconds } };
  }

  function introspect(form: TokenForm): Answer {
    checkClient(book, form);
    // The token has a field of its own or one named after its kind: both are documented.
    const text = form["token"] ?? form["access_token"] ?? form["refresh_token"] ?? "";
    const access = book.accessTokens.get(text);
    const refresh = book.refreshTokens.get(text);
    const active =
      access === undefined ? refresh?.revoked === false : access.expiresAt > book.now();
    const grant = access ?? refresh;
    if (!active || grant === undefined) return { status: 200, body: { active: false } };
    const ids = { hubId: profileOf(portal).portalId, appId: book.app.appId };
    const more =
      access === undefined
        ? {}
        : {
            signed_access_token: signedToken(access, ids),
            expires_in: secondsLeft(access.expiresAt),
          };
    return {
      status: 200,
      body: {
        active: true,
        token: text,
        ...aboutGrant(grant.userId),
        client_id: grant.clientId,
        scopes: grant.scopes,
        ...more,
        is_private_distribution: false,
        token_use: access === undefined ? "refresh_token" : "access_token",
        token_type: "Bearer",
      },
    };
  }

  function revoke(form: TokenForm): Answer {
    checkClient(book, form);
    revokeRefreshToken(book, form["token"] ?? "");
    return { status: 200, body: {} };
  }

  function aboutAccessToken(text: string): unknown {
    const access = book.accessTokens.get(text);
    if (access === undefined || access.expiresAt <= book.now()) throw tokenNotFound("access");
    const { scopes, userId, expiresAt } = access;
    const expires_in = secondsLeft(expiresAt);
    return { token: text, ...aboutGrant(userId), scopes, expires_in, token_type: "access" };
  }

  function aboutRefreshToken(text: string): unknown {
    const refresh = book.refreshTokens.get(text);
    if (refresh === undefined || refresh.revoked) throw tokenNotFound("refresh");
    const { scopes, userId, clientId } = refresh;
    const { app_id: _, ...grant } = aboutGrant(userId);
    return { token: text, ...grant, client_id: clientId, scopes, token_type: "refresh" };
  }

  function aboutGrant(userId: number) {
    const owner = listOwners(portal, { limit: 500 }).find((person) => person.userId === userId);
    const { portalId } = profileOf(portal);
    return {
      user: owner?.email ?? "",
      user_id: userId,
      hub_id: portalId,
      hub_domain: `sandbox-${portalId}.hubspot.com`,
      app_id: book.app.appId,
    };
  }

  function secondsLeft(expiresAt: number): number {
    return Math.max(0, Math.floor((expiresAt - book.now()) / 1_000));
  }
}

function formOf(request: Request): TokenForm {
  if (Object.keys(request.query).length > 0) throw oauthProblem("BAD_REQUEST");
  const form = Object.fromEntries(new URLSearchParams(bodyText(request)));
  const unknown = Object.keys(form).filter((name) => !formFields.has(name));
  if (unknown.length === 0) return form;
  throw Problem.unsupported(`The sandbox does not know the field ${unknown.join(", ")}`);
}

const formFields = new Set([
  "client_id",
  "client_secret",
  "code",
  "code_verifier",
  "grant_type",
  "redirect_uri",
  "refresh_token",
  "access_token",
  "scope",
  "token",
  "token_type_hint",
]);

function tokenNotFound(kind: "access" | "refresh"): Problem {
  return Problem.notFound(`${kind} token not found or expired`);
}
