import type { ChangeSource } from "../portal/change.ts";
import { Problem } from "../portal/problem.ts";
import type { OAuthBook } from "./oauth-book.ts";

/** Who makes a request: the app under trial, or the portal's own private app. */
export type Caller = {
  readonly kind: "oauth" | "private";
  readonly appId: number;
  readonly userId: number;
  readonly hasScope: (scope: string) => boolean;
  /** Whom changes by this caller are ascribed to. */
  readonly source: ChangeSource;
  readonly token: string;
};

/** The bearer token of a private app that may do everything. */
export const adminToken = "sandbox-admin";
const adminAppId = 9_000_001;

/**
 * Tells who calls from the `Authorization` header. `actingUser` makes the private app's changes
 * those of a person who works in HubSpot.
 */
export function identify(
  book: OAuthBook,
  {
    authorization,
    actingUser,
  }: { authorization: string | undefined; actingUser: string | undefined },
): Caller {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) throw Problem.unauthenticated();
  if (token === adminToken) return adminCaller(actingUser);
  const access = book.accessTokens.get(token);
  if (access === undefined) throw Problem.unauthenticated();
  if (access.expiresAt <= book.now()) throw Problem.expired(access.expiresAt, book.now());
  const { appId } = book.app;
  return {
    kind: "oauth",
    appId,
    userId: access.userId,
    hasScope: (scope) => access.scopes.includes(scope),
    source: { type: "INTEGRATION", id: String(appId) },
    token,
  };
}

function adminCaller(actingUser: string | undefined): Caller {
  const userId = Number(actingUser);
  return {
    kind: "private",
    appId: adminAppId,
    userId: Number.isSafeInteger(userId) ? userId : 0,
    hasScope: () => true,
    source:
      actingUser === undefined
        ? { type: "INTEGRATION", id: String(adminAppId) }
        : { type: "CRM_UI", id: `userId:${actingUser}`, userId },
    token: adminToken,
  };
}
