import { randomUUID } from "node:crypto";
import type { Express, Request, Response } from "express";
import type { Limits } from "../limits/limits.ts";
import type { identifyApp } from "../oauth/app-tokens.ts";
import { identify } from "../oauth/caller.ts";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { lackedScopes } from "../switches.ts";
import { problemBody, type Answer, type Call, type Route } from "./route.ts";

type Guard = {
  readonly portal: Portal;
  readonly book: OAuthBook;
  readonly limits: Limits;
  /** Who has to call; somebody with an account's token when not given. */
  readonly identify?: typeof identifyApp;
};

/** Serves routes that need a bearer token below each of several roots. */
export function mount(
  app: Express,
  { roots, routes }: { readonly roots: readonly string[]; readonly routes: readonly Route[] },
  guard: Guard,
): void {
  for (const root of roots) {
    const version = /\/(v\d|\d{4}-\d{2})(?=\/|$)/.exec(root)?.[1] ?? "";
    for (const route of routes) {
      app[route.method](`${root}${route.path}`, (request, response) => {
        respond(response, () => run(route, { request, response, guard, version }));
      });
    }
  }
}

/** Sends what `answer` returns, or the error HubSpot would send for the problem it throws. */
export function respond(response: Response, answer: () => Answer): void {
  const correlationId = randomUUID();
  response.setHeader("X-HubSpot-Correlation-Id", correlationId);
  const { status, body } = attempt(answer, correlationId);
  const withhold = response.locals["withheld"] as (() => void) | undefined;
  if (withhold !== undefined) return withhold();
  response.status(status);
  if (body === undefined) {
    response.end();
    return;
  }
  // HubSpot writes the type without the space Express would put in.
  response.setHeader("Content-Type", "application/json;charset=utf-8");
  response.end(JSON.stringify(body));
}

function attempt(answer: () => Answer, correlationId: string): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Problem) {
      return { status: error.status, body: problemBody(error, correlationId) };
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const message = "The sandbox itself failed; its error output says where.";
    return { status: 500, body: { status: "error", message, correlationId } };
  }
}

type Handling = {
  readonly request: Request;
  readonly response: Response;
  readonly guard: Guard;
  readonly version: string;
};

function run(route: Route, { request, response, guard, version }: Handling): Answer {
  const caller = (guard.identify ?? identify)(guard.book, {
    authorization: request.header("authorization"),
    actingUser: request.header("x-sandbox-user"),
  });
  const query = readQuery(request, route);
  const params = readParams(request);
  const headers = guard.limits.admit(route.bucket ?? "tenSecondly", caller);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const lacked = lackedScopes(guard.portal.switches);
  for (const group of route.scopes?.(params) ?? []) {
    const has = group.some((scope) => caller.hasScope(scope) && !lacked.includes(scope));
    if (!has) throw Problem.missingScopes(group);
  }
  const answer = route.run({
    params,
    query,
    text: bodyText(request),
    version,
    caller,
    origin: originOf(request),
  });
  if (answer.made !== undefined) {
    response.setHeader("Location", `${request.path}/${encodeURIComponent(answer.made)}`);
  }
  return answer;
}

function originOf(request: Request): string {
  return `http://${request.header("host") ?? "127.0.0.1"}`;
}

/** The raw body; a parser in front has read it whatever its type. */
export function bodyText(request: Request): string {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body.toString("utf8") : "";
}

/** The query parameters a route knows; any other is refused. */
export function readQuery(
  request: Request,
  { query = [] }: { readonly query?: readonly string[] },
): Call["query"] {
  const values: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(request.query)) {
    if (!query.includes(name)) {
      throw Problem.unsupported(
        `The sandbox does not know the query parameter ${name} of ${request.method} ${request.path}`,
      );
    }
    values[name] = textsOf(value)
      .flatMap((text) => text.split(","))
      .filter((text) => text !== "");
  }
  return values;
}

/** Each value of a query parameter, once for each time it was given. */
export function textsOf(value: Request["query"][string]): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => (typeof item === "string" ? [item] : []));
}

export function readParams(request: Request): Call["params"] {
  return Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, String(value)]),
  );
}
