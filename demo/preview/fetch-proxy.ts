import { createHmac } from "node:crypto";

/** What a card asks HubSpot to fetch for it. */
export type ProxyRequest = {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  /** Milliseconds. */
  readonly timeout?: number | undefined;
};

export type ProxyAnswer = { readonly status: number; readonly body: string };

/** Who looks at the card; HubSpot appends it to the query, and signs it. */
export type Viewer = {
  readonly userId: number;
  readonly userEmail: string;
  readonly portalId: number;
  readonly appId: number;
};

const defaultTimeoutMs = 15_000;
const longestTimeoutMs = 120_000;
/** The escapes that HubSpot decodes before it signs. */
const decodedEscapes = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/**
 * Stands in for HubSpot's fetch proxy: appends who asks, signs (v3), keeps the time limit, follows no
 * redirect, and tries once more on a 5xx or a broken connection. Only permitted addresses are asked.
 */
export async function proxyFetch(
  request: ProxyRequest,
  from: {
    readonly viewer: Viewer;
    readonly clientSecret: string;
    readonly permitted: readonly string[];
  },
): Promise<ProxyAnswer> {
  const url = new URL(request.url);
  if (!from.permitted.includes(url.origin))
    return problem(400, `${url.origin} is not among the app's permittedUrls.`);
  for (const [name, value] of Object.entries(from.viewer)) url.searchParams.set(name, `${value}`);
  const signed = { ...request, url: url.href };
  const first = await send(signed, from.clientSecret);
  return first.status >= 500 ? send(signed, from.clientSecret) : first;
}

async function send(request: ProxyRequest, clientSecret: string): Promise<ProxyAnswer> {
  const { url, method, body, timeout = defaultTimeoutMs } = request;
  const text = body === undefined || method === "GET" ? "" : JSON.stringify(body);
  const timestamp = `${Date.now()}`;
  const address = url.replace(decodedEscapes, decodeURIComponent);
  const signature = createHmac("sha256", clientSecret)
    .update(method + address + text + timestamp)
    .digest("base64");
  try {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(Math.min(timeout, longestTimeoutMs)),
      headers: {
        "content-type": "application/json",
        "x-hubspot-signature-v3": signature,
        "x-hubspot-request-timestamp": timestamp,
      },
      ...(text !== "" && { body: text }),
    });
    if (response.status >= 300 && response.status < 400)
      return problem(502, "HubSpot follows no redirects.");
    return { status: response.status, body: await response.text() };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return problem(isLate ? 504 : 502, isLate ? "Gateway took too long." : "No connection.");
  }
}

function problem(status: number, message: string): ProxyAnswer {
  return { status, body: JSON.stringify({ status: "error", message }) };
}
