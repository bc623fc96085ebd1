import { randomUUID } from "node:crypto";
import type { Grant, OAuthBook } from "./oauth-book.ts";

/** What an install link asks for. */
export type AuthorizeRequest = {
  readonly redirectUri: string;
  readonly state?: string | undefined;
  readonly scopes: readonly string[];
  readonly codeChallenge?: string | undefined;
};

export type AuthorizeResult =
  | { readonly kind: "ask"; readonly request: AuthorizeRequest }
  | { readonly kind: "refused"; readonly title: string; readonly explanation: string };

const codeLivesMs = 5 * 60_000;

/** Checks an install link against the app and what the account lacks. Nothing is redirected to an address that is not registered. */
export function checkAuthorize(
  { app }: OAuthBook,
  params: Readonly<Record<string, string | undefined>>,
  lacking: readonly string[],
): AuthorizeResult {
  const redirectUri = params["redirect_uri"];
  const scopes = listOf(params["scope"]);
  const optional = listOf(params["optional_scope"]);
  const unknown = optional.filter((scope) => !app.optionalScopes.includes(scope));
  if (params["client_id"] !== app.clientId) {
    return refused(
      "Unknown app",
      `No app has the client id ${params["client_id"] ?? "(none given)"}.`,
    );
  }
  if (redirectUri === undefined || !app.redirectUrls.includes(redirectUri)) {
    return refused(
      "Redirect URL mismatch",
      `The app does not list ${redirectUri ?? "(none given)"} among its redirect URLs: ${app.redirectUrls.join(", ")}.`,
    );
  }
  if (!sameSet(scopes, app.requiredScopes) || unknown.length > 0) {
    return refused("Scope mismatch", scopeMismatch(app.requiredScopes, { scopes, unknown }));
  }
  const missing = scopes.filter((scope) => lacking.includes(scope));
  if (missing.length > 0) {
    return refused("Missing features", `The account has no ${missing.join(", ")}.`);
  }
  // What the account lacks is dropped without a word, and not there in the token.
  const granted = optional.filter((scope) => !lacking.includes(scope));
  const asked = [...new Set([...scopes, ...granted])].sort();
  const codeChallenge = params["code_challenge"];
  return {
    kind: "ask",
    request: { redirectUri, state: params["state"], scopes: asked, codeChallenge },
  };
}

/** Installs the app and returns where the browser goes next, with a code that works once. */
export function approve(book: OAuthBook, request: AuthorizeRequest, userId: number): string {
  const code = randomUUID();
  const grant: Grant = { clientId: book.app.clientId, userId, scopes: request.scopes };
  const { redirectUri, codeChallenge } = request;
  const expiresAt = book.now() + codeLivesMs;
  book.codes.set(code, { ...grant, redirectUri, codeChallenge, expiresAt });
  return withParams(redirectUri, { code, state: request.state });
}

/** Where the browser goes when somebody does not want the app. */
export function decline(request: AuthorizeRequest): string {
  return withParams(request.redirectUri, {
    error: "access_denied",
    error_description: "user_cancelled",
    state: request.state,
  });
}

function withParams(url: string, params: Readonly<Record<string, string | undefined>>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) target.searchParams.set(name, value);
  }
  return target.href;
}

function scopeMismatch(
  required: readonly string[],
  { scopes, unknown }: { scopes: readonly string[]; unknown: readonly string[] },
): string {
  const missing = required.filter((scope) => !scopes.includes(scope));
  const extra = scopes.filter((scope) => !required.includes(scope));
  return [
    "The install link's scopes are not those of the app.",
    missing.length > 0 ? `Missing: ${missing.join(", ")}.` : "",
    extra.length > 0 ? `Not required by the app: ${extra.join(", ")}.` : "",
    unknown.length > 0 ? `Not optional scopes of the app: ${unknown.join(", ")}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function refused(title: string, explanation: string): AuthorizeResult {
  return { kind: "refused", title, explanation };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((item) => b.includes(item));
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((part) => part !== "");
}
