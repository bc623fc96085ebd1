/** A token of an app itself, not tied to any account: for the Webhooks Journal. */
export type AppToken = { readonly scopes: readonly string[]; readonly expiresAt: number };
