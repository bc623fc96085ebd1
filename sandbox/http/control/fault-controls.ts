import { z } from "zod";
import { faultStatuses, rateLimitPolicies } from "../../faults/fault.ts";
import type { FaultBook } from "../../faults/fault-book.ts";
import { Problem } from "../../portal/problem.ts";
import { parseBody } from "../parse-body.ts";
import { param, type Answer } from "../route.ts";
import type { ControlCall, ControlRoute } from "./control-route.ts";

const retryAfterSeconds = z.number().int().min(0).optional();
const longest = 600_000;
const ms = z.number().int().min(0).max(longest);

const fault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rateLimit"),
    policy: z.enum(rateLimitPolicies),
    retryAfterSeconds,
  }),
  z.strictObject({
    kind: z.literal("status"),
    status: z.literal(faultStatuses),
    retryAfterSeconds,
  }),
  z.strictObject({ kind: z.literal("slow"), leastMs: ms, mostMs: ms }),
  z.strictObject({ kind: z.literal("reset") }),
  z.strictObject({ kind: z.literal("commitThenTimeout") }),
  z.strictObject({ kind: z.literal("commitThenReset") }),
]);

const ruleBody = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  path: z.string().startsWith("/").or(z.literal("*")).default("*"),
  callers: z.enum(["app", "everyone"]).default("app"),
  nth: z.number().int().min(1).default(1),
  count: z.number().int().min(1).optional(),
  chance: z.number().min(0).max(1).default(1),
  seed: z.number().int().default(1),
  fault,
});

/** `/sandbox/faults`: what goes wrong, to which requests, and how often it has. */
export function faultControls(faults: FaultBook): readonly ControlRoute[] {
  return [
    { method: "get", path: "/faults", run: list },
    { method: "post", path: "/faults", run: add },
    { method: "delete", path: "/faults", run: clear },
    { method: "delete", path: "/faults/:id", run: remove },
  ];

  function list(): Answer {
    const results = faults.records().map(({ rule, seen, hits }) => ({ ...rule, seen, hits }));
    return { status: 200, body: { results } };
  }

  function add({ text }: ControlCall): Answer {
    return { status: 201, body: faults.add(parseBody(text, ruleBody)) };
  }

  function clear(): Answer {
    faults.clear();
    return { status: 204 };
  }

  function remove(call: ControlCall): Answer {
    const id = param(call, "id");
    if (!faults.remove(Number(id))) throw Problem.notFound(`There is no fault ${id}`);
    return { status: 204 };
  }
}
