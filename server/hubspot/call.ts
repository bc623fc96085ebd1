/** One call to HubSpot, and what answers it. */
export type Call = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** Named in errors. */
  readonly portalId?: string;
  /** Milliseconds until the call is given up; 20 s unless told. */
  readonly timeoutMs?: number;
};

/** What HubSpot's headers say of a budget: calls allowed and left in a rolling interval. */
export type Allowance = {
  readonly max: number;
  readonly remaining: number;
  readonly intervalMs: number;
};

/** A 2xx answer: parsed JSON, `null` where there was no body. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** Absent where HubSpot sends no such headers: searches have none. */
  readonly allowance: Allowance | null;
};

export type Request = (call: Call) => Promise<Answer>;

/** HubSpot reads by POST too; nothing can have been changed by these. */
export function isRead({ method, path }: Pick<Call, "method" | "path">): boolean {
  return method === "GET" || path.endsWith("/batch/read") || path.endsWith("/search");
}
