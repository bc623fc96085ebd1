/** Closed list: each code has one cause and one cure, told in the message. */
export type ErrorCode =
  | "bad_request"
  | "bad_signature"
  | "not_found"
  | "forbidden"
  | "conflict"
  | "portal_unknown"
  | "portal_disconnected"
  | "hubspot_unauthorized"
  | "hubspot_forbidden"
  | "hubspot_not_found"
  | "hubspot_rejected"
  | "hubspot_property_missing"
  | "hubspot_portal_refused"
  | "hubspot_rate_limited"
  | "hubspot_unavailable"
  | "hubspot_outcome_unknown"
  | "hubspot_unexpected_answer"
  | "oauth_failed"
  | "configuration";

export type Retry = "never" | "now" | { readonly afterMs: number };

type Details = {
  readonly retry?: Retry;
  readonly cause?: unknown;
  /** Ids and counts only: no names, values or secrets. */
  readonly context?: Readonly<Record<string, string | number>>;
};

/** The one error of the server. Business outcomes are return values, not errors. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly context: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.retry = details.retry ?? "never";
    this.context = details.context ?? {};
  }
}
