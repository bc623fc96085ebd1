import { AppError, type ErrorCode, type Retry } from "../errors.ts";
import { type Call, isRead } from "./call.ts";
import { missingProperties, propertyMissingError } from "./missing-properties.ts";
import { refusalWords } from "./refusal-words.ts";
import { errorBody } from "./shapes.ts";

type Refusal = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** Failures before the connection stood: HubSpot has seen nothing of the call. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);
/** The edge had passed the call on, or may have: what became of it is not known. */
const passedOn = new Set([502, 503, 504, 520, 524]);

/**
 * What a refusal means for us: which error it is, and whether trying again makes sense. The context
 * carries `status`, and where HubSpot gave them `category`, `reason` (the codes of the OAuth routes)
 * and `words`, free of values.
 */
export function refusalError(call: Call, refusal: Refusal): AppError {
  const { status, headers, body } = refusal;
  const parsed = errorBody.safeParse(body);
  const said = parsed.success ? parsed.data : {};
  const words = refusalWords(said);
  const scopes = (said.errors ?? []).flatMap((e) => e.context?.["requiredGranularScopes"] ?? []);
  const missing = scopes.length > 0 ? ` Missing scopes: ${scopes.join(", ")}.` : "";
  const unknownProperties = missingProperties(said.errors ?? []);
  if (unknownProperties) return propertyMissingError(nameOf(call), unknownProperties);
  const correlation = said.correlationId ?? headers.get("x-hubspot-correlation-id") ?? "none";
  const reason = [said.status, said.error].filter((code) => code && code !== "error").join(" ");
  const { code, retry } = meaningOf(
    call,
    refusal,
    `${said.policyName ?? ""} ${said.message ?? ""}`,
  );
  return new AppError(
    code,
    `HubSpot answered ${status} to ${nameOf(call)}: ${words}${missing} (correlation id ${correlation})`,
    {
      retry,
      context: {
        status,
        words,
        ...(scopes.length > 0 && { scopes: [...new Set(scopes)].join(", ") }),
        ...(said.policyName && { policy: said.policyName }),
        ...(said.category && { category: said.category }),
        ...(reason && { reason }),
      },
    },
  );
}

/** No answer: for a read that is a nuisance, for a write it leaves open what happened. */
export function unansweredError(call: Call, cause: unknown): AppError {
  const code = connectionCode(cause);
  const known = isRead(call) || neverSent.has(code);
  const reason =
    cause instanceof Error ? `${cause.message}${code && `, ${code}`}` : "unknown reason";
  return new AppError(
    known ? "hubspot_unavailable" : "hubspot_outcome_unknown",
    `HubSpot did not answer ${nameOf(call)} (${reason})${known ? "" : "; it may have been carried out"}`,
    { retry: { afterMs: 1000 }, cause },
  );
}

/** `fetch` fails with a TypeError; why stands in its cause. */
function connectionCode(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? connectionCode(error.cause) : "";
}

function nameOf({ method, path, portalId }: Call): string {
  return `${method} ${path}${portalId ? ` for portal ${portalId}` : ""}`;
}

function meaningOf(
  call: Call,
  { status, headers }: Refusal,
  limit: string,
): { readonly code: ErrorCode; readonly retry: Retry } {
  const asked = Number(headers.get("retry-after") ?? NaN) * 1000;
  const after = (ownMs: number): Retry => ({ afterMs: Number.isFinite(asked) ? asked : ownMs });
  switch (status) {
    case 401:
      return { code: "hubspot_unauthorized", retry: "never" };
    case 403:
      return { code: "hubspot_forbidden", retry: "never" };
    case 404:
      return { code: "hubspot_not_found", retry: "never" };
    case 423: // a lock that HubSpot holds for about two seconds
      return { code: "hubspot_unavailable", retry: after(2000) };
    case 429:
      return { code: "hubspot_rate_limited", retry: after(backOffMs(limit)) };
    case 477: // the account is being moved to another data centre
      return { code: "hubspot_unavailable", retry: after(60_000) };
  }
  if (status < 500) return { code: "hubspot_rejected", retry: "never" };
  const isOpen = !isRead(call) && passedOn.has(status);
  return { code: isOpen ? "hubspot_outcome_unknown" : "hubspot_unavailable", retry: after(2000) };
}

/** The daily count ends at the portal's midnight; asking four times an hour finds that early enough. */
function backOffMs(limit: string): number {
  if (/daily/i.test(limit)) return 15 * 60_000;
  return /ten_?secondly/i.test(limit) ? 3000 : 1000;
}
