import { randomBytes } from "node:crypto";
import { Problem } from "../portal/problem.ts";
import type { AppToken } from "./app-token.ts";
import type { Caller } from "./caller.ts";
import type { OAuthBook } from "./oauth-book.ts";
import { checkClient, type TokenForm } from "./tokens.ts";

const appTokenSeconds = 1_800;

/** Grants client credentials the scopes asked for, which must be about the developer's own things. */
export function issueAppToken(
  book: OAuthBook,
  form: TokenForm,
): AppToken & { readonly accessToken: string; readonly expiresInSeconds: number } {
  checkClient(book, form);
  const scopes = (form["scope"] ?? "").split(" ").filter((scope) => scope !== "");
  const wrong = scopes.filter((scope) => !scope.startsWith("developer."));
  if (wrong.length > 0) {
    throw Problem.unsupported(`The sandbox grants client credentials no scope ${wrong.join(", ")}`);
  }
  const token = { scopes, expiresAt: book.now() + appTokenSeconds * 1_000 };
  const accessToken = randomBytes(96).toString("base64url");
  book.appTokens.set(accessToken, token);
  return { ...token, accessToken, expiresInSeconds: appTokenSeconds };
}

/** The app as it calls with a token of its own. */
export function identifyApp(
  book: OAuthBook,
  { authorization }: { readonly authorization: string | undefined },
): Caller {
  const text = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  const token = book.appTokens.get(text);
  if (token === undefined) throw Problem.unauthenticated();
  if (token.expiresAt <= book.now()) throw Problem.expired(token.expiresAt, book.now());
  const { appId } = book.app;
  return {
    kind: "oauth",
    appId,
    userId: 0,
    hasScope: (scope) => token.scopes.includes(scope),
    source: { type: "INTEGRATION", id: String(appId) },
    token: text,
  };
}
