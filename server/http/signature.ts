import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export type SignatureCheck =
  { readonly kind: "valid" } | { readonly kind: "invalid"; readonly reason: string };

/** Older or newer requests are refused, as HubSpot's documentation asks. */
const toleranceMs = 5 * 60_000;

/** The escapes that HubSpot decodes before it signs; all others stay. */
const escapes: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};

/**
 * HubSpot's signature v3: base64(HMAC-SHA256(secret, method + URI + body + timestamp)) over the bytes
 * that arrived. `url` is built from our configured address, never from headers. Each secret that is
 * valid now is tried, and the URI both decoded and as it came: HubSpot's local proxy does not decode.
 */
export function verifySignature(request: {
  readonly secrets: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly rawBody: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly now: number;
}): SignatureCheck {
  const { secrets, method, url, rawBody, signature, timestamp, now } = request;
  if (!signature || !timestamp)
    return invalid(
      "the headers X-HubSpot-Signature-v3 and X-HubSpot-Request-Timestamp are missing",
    );
  if (!/^\d{13}$/.test(timestamp)) return invalid("the timestamp is not in milliseconds");
  if (Math.abs(now - Number(timestamp)) > toleranceMs)
    return invalid("the timestamp is more than five minutes away from now");
  const given = Buffer.from(signature);
  const addresses = new Set([decodeForSignature(url), url]);
  let matches = false;
  for (const secret of secrets)
    for (const address of addresses) {
      const expected = createHmac("sha256", secret)
        .update(method + address + rawBody + timestamp)
        .digest("base64");
      matches = isEqual(given, Buffer.from(expected)) || matches;
    }
  return matches ? { kind: "valid" } : invalid("the signature does not match");
}

/**
 * HubSpot's signature v2, which workflow actions carry: hex(SHA-256(secret + method + URI + body)). It
 * has no timestamp, so a request can be sent again by whoever saw it: only for what may be repeated.
 */
export function verifySecondSignature(request: {
  readonly secrets: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly rawBody: string;
  readonly signature: string | undefined;
}): SignatureCheck {
  const { secrets, method, url, rawBody, signature } = request;
  if (!signature) return invalid("the header X-HubSpot-Signature is missing");
  const given = Buffer.from(signature);
  let matches = false;
  for (const secret of secrets) {
    const expected = createHash("sha256")
      .update(secret + method + url + rawBody)
      .digest("hex");
    matches = isEqual(given, Buffer.from(expected)) || matches;
  }
  return matches ? { kind: "valid" } : invalid("the signature does not match");
}

function decodeForSignature(url: string): string {
  return url.replace(/%[0-9a-f]{2}/gi, (escape) => escapes[escape.toUpperCase()] ?? escape);
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function invalid(reason: string): SignatureCheck {
  return { kind: "invalid", reason };
}
