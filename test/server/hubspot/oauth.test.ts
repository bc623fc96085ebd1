import { createHttp } from "../../../server/hubspot/client.ts";
import {
  authorizeUrl,
  exchangeCode,
  refreshToken,
  uninstall,
} from "../../../server/hubspot/oauth.ts";
import { optionalScopes, requiredScopes } from "../../../server/hubspot/scopes.ts";
import { apiBase, hubspotError, mockHubSpot } from "../http-mock.ts";
import { thrownBy } from "./thrown-by.ts";

const request = createHttp({ apiBase });
const app = { clientId: "client", clientSecret: "app-secret" };
const path = "/oauth/2026-09/token";
const redirectUri = "https://medqual.example.org/oauth/callback";
const answer = {
  token_type: "bearer",
  access_token: "access",
  refresh_token: "refresh 2",
  expires_in: 1800,
  hub_id: 1234567,
  user_id: 222,
  scopes: ["oauth"],
};
const grant = {
  accessToken: "access",
  refreshToken: "refresh 2",
  expiresInSeconds: 1800,
  portalId: "1234567",
  userId: "222",
  scopes: ["oauth"],
};
const exchange = () => exchangeCode(request, app, { code: "code", redirectUri });
const refresh = () => refreshToken(request, app, "refresh 1");

test("an admin is asked for the required and the optional scopes, with spaces as %20", () => {
  const appBase = "https://app.hubspot.com";
  const state = "n.1.s";

  const url = authorizeUrl({ appBase, clientId: "client", redirectUri, state });

  expect(url).toContain("/oauth/authorize?client_id=client&");
  expect(url).not.toContain("+");
  const { searchParams } = new URL(url);
  expect(searchParams.get("scope")).toBe(requiredScopes.join(" "));
  expect(searchParams.get("optional_scope")).toBe(
    optionalScopes.map(({ scope }) => scope).join(" "),
  );
  expect(searchParams.get("redirect_uri")).toBe(redirectUri);
  expect(searchParams.get("state")).toBe(state);
});

test("a code becomes a grant", async () => {
  const form = {
    grant_type: "authorization_code",
    code: "code",
    redirect_uri: redirectUri,
    client_id: "client",
    client_secret: "app-secret",
  };
  mockHubSpot().post(path, form).reply(200, answer);

  expect(await exchange()).toEqual(grant);
});

test("a refresh keeps whatever refresh token comes back", async () => {
  const form = {
    grant_type: "refresh_token",
    refresh_token: "refresh 1",
    client_id: "client",
    client_secret: "app-secret",
  };
  mockHubSpot()
    .post(path, form)
    .reply(200, { ...answer, user_id: undefined });

  expect(await refresh()).toEqual({ ...grant, userId: null });
});

test.each([
  ["invalid_grant", "BAD_REFRESH_TOKEN", "portal_disconnected"],
  ["access_denied", "BAD_HUB", "portal_disconnected"],
  ["invalid_client", "BAD_CLIENT_ID", "configuration"],
  ["invalid_client", "BAD_CLIENT_SECRET", "configuration"],
  ["whatever", "BAD_SCOPES", "configuration"],
])("a refresh refused as %s %s is %s", async (error, status, code) => {
  mockHubSpot().post(path).reply(400, { error, status, message: "no" });

  const thrown = await thrownBy(refresh());

  expect(thrown.code).toBe(code);
  expect(thrown.retry).toBe("never");
});

test.each([
  ["invalid_grant", "BAD_AUTH_CODE", "oauth_failed"],
  ["invalid_request", "BAD_REDIRECT_URI", "configuration"],
  ["invalid_client", "BAD_CLIENT_SECRET", "configuration"],
])("a code refused as %s %s is %s", async (error, status, code) => {
  mockHubSpot().post(path).reply(400, { error, status, message: "no" });

  const thrown = await thrownBy(exchange());

  expect(thrown.code).toBe(code);
});

test.each([429, 423, 477, 500, 502, 504])(
  "%d while refreshing passes, and no portal is taken for disconnected",
  async (status) => {
    mockHubSpot().post(path).reply(status, hubspotError({}));

    const thrown = await thrownBy(refresh());

    expect(thrown.code).toBe("hubspot_unavailable");
    expect(thrown.retry).not.toBe("never");
  },
);

test("no error tells a secret", async () => {
  mockHubSpot().post(path).reply(400, { error: "invalid_client", status: "BAD_CLIENT_SECRET" });

  const thrown = await thrownBy(refresh());

  expect(thrown.message).not.toMatch(/app-secret|refresh 1/);
});

test("an answer without a token is told by its place", async () => {
  mockHubSpot()
    .post(path)
    .reply(200, { ...answer, access_token: undefined });

  const thrown = await thrownBy(refresh());

  expect(thrown.code).toBe("hubspot_unexpected_answer");
  expect(thrown.message).toContain("access_token");
});

test("uninstalling is asked for with the portal's own token", async () => {
  mockHubSpot()
    .delete("/appinstalls/2026-09/external-install")
    .matchHeader("authorization", "Bearer access")
    .reply(204);

  await expect(uninstall(request, "access")).resolves.toBeUndefined();
});
