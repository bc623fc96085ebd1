import { createHmac, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import { Problem } from "../portal/problem.ts";
import { readQuery } from "./mount.ts";

const openMs = 5 * 60_000;

/** An address that opens for five minutes to whoever knows it. */
export function signedAddress(
  book: OAuthBook,
  { origin, path }: { readonly origin: string; readonly path: string },
) {
  const expires = book.now() + openMs;
  const signature = signatureOf(book, path, String(expires));
  return { url: `${origin}${path}?expires=${expires}&signature=${signature}`, expires };
}

/** Refuses an address that nobody gave out, or that has expired. */
export function requireSigned(book: OAuthBook, request: Request): void {
  const { expires: [expires = ""] = [], signature: [signature = ""] = [] } = readQuery(request, {
    query: ["expires", "signature"],
  });
  const isSigned = isEqual(signature, signatureOf(book, request.path, expires));
  if (!isSigned || Number(expires) <= book.now()) {
    throw new Problem(403, { message: "Request has expired" });
  }
}

function signatureOf({ app }: OAuthBook, path: string, expires: string): string {
  return createHmac("sha256", app.clientSecret).update(`${path}/${expires}`).digest("hex");
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
