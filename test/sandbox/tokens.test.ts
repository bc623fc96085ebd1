import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  allScopes,
  anApp,
  approve,
  call,
  connect,
  form,
  portalId,
  sdk,
  start,
  testClock,
} from "./sandbox-under-test.ts";

const clock = testClock();
const app = anApp();
const client = { client_id: app.clientId, client_secret: app.clientSecret };
const link = {
  client_id: app.clientId,
  redirect_uri: "http://localhost:3000/oauth/callback",
  scope: allScopes.join(" "),
};
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

test.each([
  ["an unknown client", { client_id: "other" }, "Unknown app"],
  [
    "an address that is not registered",
    { redirect_uri: "http://evil.example/" },
    "Redirect URL mismatch",
  ],
  ["a scope less than required", { scope: "oauth" }, "Missing: crm.objects.companies.read"],
  [
    "a scope more than required",
    { scope: `${link.scope} tickets` },
    "Not required by the app: tickets",
  ],
  [
    "an unknown optional scope",
    { optional_scope: "forms" },
    "Not optional scopes of the app: forms",
  ],
])("the consent page refuses %s", async (_, change, words) => {
  const query = new URLSearchParams({ ...link, ...change });

  const page = await fetch(`${sandbox.url}/oauth/authorize?${String(query)}`, {
    redirect: "manual",
  });

  expect(page.status).toBe(400);
  expect(await page.text()).toContain(words);
});

test.each(["2026-09", "2026-03", "v3", "v1"])(
  "a code buys tokens once at version %s",
  async (version) => {
    const code = await approve(sandbox, { ...link, optional_scope: "crm.lists.read" });
    const fields = {
      ...client,
      grant_type: "authorization_code",
      redirect_uri: link.redirect_uri,
      code,
    };

    const first = await form(sandbox, `/oauth/${version}/token`, fields);
    const second = await form(sandbox, `/oauth/${version}/token`, fields);

    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      token_type: "bearer",
      refresh_token: expect.stringMatching(/^na1-/),
      access_token: expect.any(String),
      hub_id: portalId,
      scopes: [...allScopes, "crm.lists.read"].sort(),
      expires_in: 1800,
      token_use: "access_token",
      user_id: 9051,
    });
    expect(second.status).toBe(400);
    expect(second.field("status")).toBe("BAD_AUTH_CODE");
  },
);

test.each([
  ["an unknown client", { client_id: "x" }, "BAD_CLIENT_ID", "invalid_client"],
  ["a wrong secret", { client_secret: "x" }, "BAD_CLIENT_SECRET", "invalid_client"],
  ["an unknown refresh token", { refresh_token: "x" }, "BAD_REFRESH_TOKEN", "invalid_grant"],
  ["an unknown grant", { grant_type: "password" }, "BAD_GRANT_TYPE", "unsupported_grant_type"],
])("the token endpoint refuses %s", async (_, change, status, error) => {
  const { refreshToken } = await connect(sandbox);
  const fields = { ...client, grant_type: "refresh_token", refresh_token: refreshToken, ...change };

  const reply = await form(sandbox, "/oauth/2026-09/token", fields);

  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({ status, error });
});

test("the refusal of a refresh token has HubSpot's exact body", async () => {
  const fields = { ...client, grant_type: "refresh_token", refresh_token: "gone" };

  const reply = await form(sandbox, "/oauth/2026-09/token", fields);

  expect(reply.body).toEqual({
    error: "invalid_grant",
    error_description: "refresh token is invalid, expired or revoked",
    status: "BAD_REFRESH_TOKEN",
    message: "refresh token is invalid, expired or revoked",
  });
});

test("a code does not live longer than its few minutes", async () => {
  const code = await approve(sandbox, link);
  clock.pass(10 * 60_000);

  const reply = await form(sandbox, "/oauth/2026-09/token", {
    ...client,
    grant_type: "authorization_code",
    redirect_uri: link.redirect_uri,
    code,
  });

  expect(reply.field("status")).toBe("BAD_AUTH_CODE");
});

test("a code bought with a challenge needs the verifier", async () => {
  // base64url(sha256("verifier")), computed apart.
  const challenge = "iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ";
  const code = await approve(sandbox, { ...link, code_challenge: challenge });
  const fields = {
    ...client,
    grant_type: "authorization_code",
    redirect_uri: link.redirect_uri,
    code,
  };

  const without = await form(sandbox, "/oauth/2026-09/token", fields);
  const reply = await form(sandbox, "/oauth/2026-09/token", {
    ...fields,
    code_verifier: "verifier",
  });

  expect(without.field("status")).toBe("BAD_CODE_VERIFIER");
  expect(reply.status).toBe(200);
});

test("introspection tells about a token until it is revoked, and access tokens live on", async () => {
  const { accessToken, refreshToken } = await connect(sandbox);
  const about = (token: string) =>
    form(sandbox, "/oauth/2026-09/token/introspect", { ...client, token });

  const before = await about(refreshToken);
  const revoked = await form(sandbox, "/oauth/2026-09/token/revoke", {
    ...client,
    token: refreshToken,
  });
  const after = await about(refreshToken);
  const access = await about(accessToken);

  expect(before.body).toMatchObject({
    active: true,
    hub_id: portalId,
    app_id: app.appId,
    user_id: 9051,
  });
  expect(revoked.status).toBe(200);
  expect(after.body).toEqual({ active: false });
  expect(access.body).toMatchObject({ active: true, token_use: "access_token", expires_in: 1800 });
});

test.each([
  ["access_token", "access_token"],
  ["refresh_token", "refresh_token"],
] as const)("introspection takes the token in the field %s too", async (field, use) => {
  const { accessToken, refreshToken } = await connect(sandbox);
  const token = field === "access_token" ? accessToken : refreshToken;

  const reply = await form(sandbox, "/oauth/v3/token/introspect", {
    ...client,
    token_type_hint: field,
    [field]: token,
  });

  expect(reply.body).toMatchObject({ active: true, token, token_use: use });
});

test("what is inside an access token is told, and nothing of a refresh token", async () => {
  const { accessToken, refreshToken } = await connect(sandbox);
  const about = (token: string) =>
    form(sandbox, "/oauth/2026-09/token/introspect", { ...client, token });

  const access = await about(accessToken);
  const refresh = await about(refreshToken);

  expect(access.field("signed_access_token")).toMatchObject({
    hubId: portalId,
    appId: app.appId,
    userId: 9051,
    hublet: "na1",
    expiresAt: clock.now() + 1_800_000,
  });
  expect(refresh.body).not.toHaveProperty("signed_access_token");
});

test("an optional scope that the account lacks is dropped, a required one forbids the install", async () => {
  const other = await start({ switches: { scopesTheAccountLacks: ["crm.lists.read"] } });
  const poor = await start({ switches: { scopesTheAccountLacks: ["oauth"] } });

  const code = await approve(other, { ...link, optional_scope: "crm.lists.read" });
  const reply = await form(other, "/oauth/2026-09/token", {
    ...client,
    grant_type: "authorization_code",
    redirect_uri: link.redirect_uri,
    code,
  });
  const page = await fetch(`${poor.url}/oauth/authorize?${String(new URLSearchParams(link))}`);
  await Promise.all([other.close(), poor.close()]);

  expect(reply.field("scopes")).toEqual(allScopes);
  expect(page.status).toBe(400);
});

test("an uninstalled app can't refresh, and its access token is dead", async () => {
  const { accessToken, refreshToken } = await connect(sandbox);

  const removed = await call(sandbox, "/appinstalls/2026-09/external-install", undefined, {
    method: "DELETE",
    token: accessToken,
  });
  const fields = { ...client, grant_type: "refresh_token", refresh_token: refreshToken };
  const refreshed = await form(sandbox, "/oauth/2026-09/token", fields);
  const used = await call(sandbox, "/account-info/2026-09/details", undefined, {
    token: accessToken,
  });

  expect(removed.status).toBe(204);
  expect(refreshed.field("status")).toBe("BAD_REFRESH_TOKEN");
  expect(used.field("category")).toBe("INVALID_AUTHENTICATION");
});

test("the SDK refreshes a token and reads what it stands for", async () => {
  const { refreshToken } = await connect(sandbox);
  const hubspot = sdk(sandbox);

  const tokens = await hubspot.oauth.tokensApi.create(
    "refresh_token",
    undefined,
    undefined,
    app.clientId,
    app.clientSecret,
    refreshToken,
  );
  const about = await hubspot.oauth.accessTokensApi.get(tokens.accessToken);

  expect(tokens.refreshToken).toBe(refreshToken);
  expect(about).toMatchObject({
    hubId: portalId,
    user: "rae@northwind.example",
    tokenType: "access",
  });
});
