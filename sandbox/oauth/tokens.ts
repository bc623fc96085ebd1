import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Grant, OAuthBook } from "./oauth-book.ts";
import { oauthProblem } from "./oauth-problem.ts";

export type TokenForm = Readonly<Record<string, string | undefined>>;

export type IssuedTokens = {
  readonly grant: Grant;
  readonly refreshToken: string;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
};

const accessTokenSeconds = 1_800;

/** Exchanges an authorization code or a refresh token for tokens; a problem when HubSpot would. */
export function issueTokens(book: OAuthBook, form: TokenForm): IssuedTokens {
  checkClient(book, form);
  if (form["grant_type"] === "authorization_code") return exchangeCode(book, form);
  if (form["grant_type"] === "refresh_token") return refresh(book, form);
  throw oauthProblem("BAD_GRANT_TYPE");
}

/** Refuses a request that does not come with the app's own credentials. */
export function checkClient({ app }: OAuthBook, form: TokenForm): void {
  if (form["client_id"] !== app.clientId) throw oauthProblem("BAD_CLIENT_ID");
  if (form["client_secret"] !== app.clientSecret) throw oauthProblem("BAD_CLIENT_SECRET");
}

/** A revoked refresh token gives no new access; access tokens given out before live on. */
export function revokeRefreshToken(book: OAuthBook, token: string): void {
  const present = book.refreshTokens.get(token);
  if (present !== undefined) book.refreshTokens.set(token, { ...present, revoked: true });
}

/** Takes the app out of the portal. */
export function uninstall(book: OAuthBook, accessTokens: "die" | "live on"): void {
  if (book.installs.get(book.app.clientId) !== undefined) book.announceLifecycle("APP_UNINSTALL");
  book.installs.delete(book.app.clientId);
  for (const token of book.refreshTokens.keys()) revokeRefreshToken(book, token);
  for (const code of book.codes.keys()) book.codes.delete(code);
  if (accessTokens === "live on") return;
  for (const token of book.accessTokens.keys()) book.accessTokens.delete(token);
}

function exchangeCode(book: OAuthBook, form: TokenForm): IssuedTokens {
  const code = form["code"] ?? "";
  const granted = book.codes.get(code);
  if (granted === undefined || granted.expiresAt <= book.now()) throw oauthProblem("BAD_AUTH_CODE");
  if (granted.redirectUri !== form["redirect_uri"]) throw oauthProblem("BAD_REDIRECT_URI");
  if (
    granted.codeChallenge !== undefined &&
    !verifies(form["code_verifier"], granted.codeChallenge)
  ) {
    throw oauthProblem("BAD_CODE_VERIFIER");
  }
  book.codes.delete(code);
  const { clientId, userId, scopes } = granted;
  const grant = { clientId, userId, scopes };
  const refreshToken = `na1-${randomUUID()}`;
  book.refreshTokens.set(refreshToken, { ...grant, revoked: false });
  const isNew = book.installs.get(clientId) === undefined;
  book.installs.set(clientId, grant);
  if (isNew) book.announceLifecycle("APP_INSTALL");
  return issued(book, grant, refreshToken);
}

function refresh(book: OAuthBook, form: TokenForm): IssuedTokens {
  const refreshToken = form["refresh_token"] ?? "";
  const present = book.refreshTokens.get(refreshToken);
  if (present === undefined || present.revoked) throw oauthProblem("BAD_REFRESH_TOKEN");
  const { clientId, userId, scopes } = present;
  return issued(book, { clientId, userId, scopes }, refreshToken);
}

function issued(book: OAuthBook, grant: Grant, refreshToken: string): IssuedTokens {
  forgetOld(book);
  const accessToken = randomBytes(96).toString("base64url");
  book.accessTokens.set(accessToken, {
    ...grant,
    expiresAt: book.now() + accessTokenSeconds * 1_000,
  });
  return { grant, refreshToken, accessToken, expiresInSeconds: accessTokenSeconds };
}

/** An expired token is told apart from an unknown one for a day; then it may be forgotten. */
function forgetOld(book: OAuthBook): void {
  const limit = book.now() - 86_400_000;
  for (const token of book.accessTokens.keys()) {
    if ((book.accessTokens.get(token)?.expiresAt ?? 0) < limit) book.accessTokens.delete(token);
  }
}

function verifies(verifier: string | undefined, challenge: string): boolean {
  if (verifier === undefined) return false;
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
