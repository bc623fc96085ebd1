import { createHash, createHmac } from "node:crypto";

/** The headers HubSpot signs a webhook request with: version 1 and version 3. */
export function signatureHeaders(request: {
  readonly clientSecret: string;
  readonly url: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly timestamp: number;
}): Readonly<Record<string, string>> {
  const { clientSecret, url, body, timestamp } = request;
  const first = createHash("sha256").update(clientSecret).update(body).digest("hex");
  const third = createHmac("sha256", clientSecret)
    .update(`POST${decoded(url)}${body}${timestamp}`)
    .digest("base64");
  return {
    "X-HubSpot-Signature": first,
    "X-HubSpot-Signature-Version": "v1",
    "X-HubSpot-Signature-v3": third,
    "X-HubSpot-Request-Timestamp": String(timestamp),
  };
}

/** The escapes that HubSpot undoes before it signs an address; others stay as they are. */
function decoded(url: string): string {
  return url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
}
