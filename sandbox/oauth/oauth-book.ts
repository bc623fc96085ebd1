import type { AppRegistration } from "../project/app-registration.ts";
import type { AppToken } from "./app-token.ts";
import type { Table, TableStore } from "../store/table-store.ts";

/** What was agreed when somebody connected the app. */
export type Grant = {
  readonly clientId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
};

export type AuthorizationCode = Grant & {
  readonly redirectUri: string;
  readonly codeChallenge?: string | undefined;
  readonly expiresAt: number;
};

export type AccessToken = Grant & { readonly expiresAt: number };
export type RefreshToken = Grant & { readonly revoked: boolean };

/** All that OAuth has to remember for one app in one portal. Times are epoch milliseconds. */
export type OAuthBook = {
  readonly app: AppRegistration;
  readonly now: () => number;
  readonly codes: Table<AuthorizationCode>;
  readonly accessTokens: Table<AccessToken>;
  readonly refreshTokens: Table<RefreshToken>;
  /** By client id: there while the app is installed. */
  readonly installs: Table<Grant>;
  /** Tokens of the app itself, tied to no account. */
  readonly appTokens: Table<AppToken>;
  /** Tells that the app came into the portal, or left it. */
  readonly announceLifecycle: (action: LifecycleAction) => void;
  readonly onLifecycle: (listener: (action: LifecycleAction) => void) => void;
};

export type LifecycleAction = "APP_INSTALL" | "APP_UNINSTALL";

export function openOAuthBook(
  store: TableStore,
  { app, now }: { readonly app: AppRegistration; readonly now: () => number },
): OAuthBook {
  const listeners: ((action: LifecycleAction) => void)[] = [];
  return {
    app,
    now,
    codes: store.table("oauth-codes"),
    accessTokens: store.table("oauth-access-tokens"),
    refreshTokens: store.table("oauth-refresh-tokens"),
    installs: store.table("installs"),
    appTokens: store.table("oauth-app-tokens"),
    announceLifecycle: (action) => {
      for (const listener of listeners) listener(action);
    },
    onLifecycle: (listener) => listeners.push(listener),
  };
}

export function isInstalled(book: OAuthBook): boolean {
  return book.installs.get(book.app.clientId) !== undefined;
}
