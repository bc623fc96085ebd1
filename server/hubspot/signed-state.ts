import { createHmac, timingSafeEqual } from "node:crypto";

type State = { readonly nonce: string; readonly expiresAt: number };

export type CheckedState =
  | { readonly kind: "valid"; readonly nonce: string }
  | { readonly kind: "invalid"; readonly reason: "malformed" | "forged" | "expired" };

/** `<nonce>.<expiry, epoch ms>.<signature>`, for OAuth's `state`. */
export function signState({ nonce, expiresAt }: State, secret: string): string {
  const text = `${nonce}.${expiresAt}`;
  return `${text}.${signature(text, secret)}`;
}

export function verifyState(state: string, secret: string, now: number): CheckedState {
  const found = /^(?<nonce>[\w-]+)\.(?<expiresAt>\d+)\.(?<given>[\w-]+)$/.exec(state)?.groups;
  if (!found) return { kind: "invalid", reason: "malformed" };
  const { nonce = "", expiresAt = "", given = "" } = found;
  const expected = Buffer.from(signature(`${nonce}.${expiresAt}`, secret));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual))
    return { kind: "invalid", reason: "forged" };
  if (Number(expiresAt) <= now) return { kind: "invalid", reason: "expired" };
  return { kind: "valid", nonce };
}

function signature(text: string, secret: string): string {
  return createHmac("sha256", secret).update(`oauth state ${text}`).digest("base64url");
}
