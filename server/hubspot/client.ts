import { Client } from "@hubspot/api-client";
import { refusalError, unansweredError } from "./answer-errors.ts";
import type { Allowance, Call, Request } from "./call.ts";

/** Dated APIs live for 18 months; raising this is one change, then the contract tests. */
export const apiVersion = "2026-09";

const defaultTimeoutMs = 20_000;

/**
 * One call to HubSpot, through the SDK's transport. Answers 2xx or throws an `AppError` that says
 * whether trying again makes sense and, for writes, whether the outcome is known. The SDK's own
 * limiter and retries are process-wide and stay off.
 */
export function createHttp(options: { readonly apiBase: string }): Request {
  const client = new Client({ basePath: options.apiBase, numberOfApiCallRetries: 0 });

  return async (call) => {
    const { response, text } = await withDeadline(call, exchange(client, call));
    const body = parseJson(text);
    if (response.ok)
      return { status: response.status, body, allowance: allowanceOf(response.headers) };
    throw refusalError(call, { status: response.status, headers: response.headers, body });
  };
}

async function exchange(client: Client, call: Call) {
  const { method, path, query, json, form, token } = call;
  const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const sent =
    form === undefined
      ? { body: json, defaultJson: true, headers: authorization }
      : {
          body: new URLSearchParams(form).toString(),
          defaultJson: false,
          headers: { ...authorization, "Content-Type": "application/x-www-form-urlencoded" },
        };
  const response = await client.apiRequest({ method, path, ...(query && { qs: query }), ...sent });
  return { response, text: await response.text() };
}

/** The SDK knows no time limit and cannot be told to stop: what was sent may still arrive. */
async function withDeadline<T>(call: Call, work: Promise<T>): Promise<T> {
  const { timeoutMs = defaultTimeoutMs } = call;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } catch (cause) {
    throw unansweredError(call, cause);
  } finally {
    clearTimeout(timer);
  }
}

function allowanceOf(headers: Headers): Allowance | null {
  const numberIn = (name: string) => Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? NaN);
  const [max, remaining] = [numberIn("max"), numberIn("remaining")];
  const intervalMs = numberIn("interval-milliseconds");
  return max > 0 && remaining >= 0 && intervalMs > 0 ? { max, remaining, intervalMs } : null;
}

function parseJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text; // a proxy's page; the shape at the edge refuses it
  }
}
