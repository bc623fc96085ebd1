import type { Bucket } from "../limits/limits.ts";
import type { Caller } from "../oauth/caller.ts";
import type { Problem } from "../portal/problem.ts";

/** What a route gets to see of a request that was let through. */
export type Call = {
  /** Values of the path's `:names`. */
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters; a repeated one, or one with commas, has several values. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
  /** Of the API, as the path names it: `2026-09`, `v3`. */
  readonly version: string;
  readonly caller: Caller;
  /** Where the request reached the sandbox: `http://127.0.0.1:3100`. */
  readonly origin: string;
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  /** What the request made is called, below the path that made it. */
  readonly made?: string;
};

/** Scopes of which a caller must have one. */
export type ScopeGroup = readonly string[];

export type Route = {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  /** Query parameters HubSpot documents; any other is refused. */
  readonly query?: readonly string[];
  /** The ten-second bucket, unless it says otherwise. */
  readonly bucket?: Bucket;
  /** Every group must be satisfied. */
  readonly scopes?: (params: Readonly<Record<string, string>>) => readonly ScopeGroup[];
  readonly run: (call: Call) => Answer;
};

/** The value of a path's `:name`. */
export function param(call: { readonly params: Call["params"] }, name: string): string {
  return call.params[name] ?? "";
}

/** The only value of a query parameter, if it was given. */
export function queryValue(call: Call, name: string): string | undefined {
  return call.query[name]?.[0];
}

export function queryList(call: Call, name: string): readonly string[] {
  return call.query[name] ?? [];
}

export function problemBody(problem: Problem, correlationId: string): unknown {
  // The token endpoint has a `status` and an `error` of its own and no correlation id.
  if ("error" in problem.body) return problem.body;
  const { message, ...rest } = problem.body;
  return { status: "error", message, correlationId, ...rest };
}
