import { z } from "zod";
import { AppError } from "../errors.ts";
import { createIntake } from "../intake/take-delivery.ts";
import type { Operator } from "./operator.ts";
import { listParked, retryParked } from "./parked.ts";
import { exportPlaybook, importPlaybook } from "./playbooks.ts";
import { purge } from "./purge.ts";
import { readBudgets } from "./read-budgets.ts";
import { readQueues } from "./read-queues.ts";
import { readStatus } from "./read-status.ts";
import { rescore, resync } from "./redo.ts";

const portalId = z.string().regex(/^\d{1,20}$/, "A portal's id is a number.");
const one = z.object({ portalId });
const any = z.object({ portalId: portalId.optional() });

/** What an operator may do, and what each needs to be told. */
const operations = {
  status: operation(any, readStatus),
  queues: operation(any, readQueues),
  budgets: operation(any, readBudgets),
  parked: operation(any.extend({ limit: z.number().int().min(1).max(10_000) }), listParked),
  retry: operation(
    one.extend({
      objectType: z.enum(["contacts", "companies", "deals"]).exactOptional(),
      objectId: z.string().exactOptional(),
    }),
    retryParked,
  ),
  rescore: operation(one, rescore),
  resync: operation(one, resync),
  replay: operation(z.object({ body: z.string() }), (operator: Operator, { body }) =>
    createIntake(operator)(body),
  ),
  purge: operation(one, purge),
  export: operation(
    one.extend({ version: z.number().int().min(1).exactOptional() }),
    exportPlaybook,
  ),
  import: operation(one.extend({ text: z.string(), replaces: z.boolean() }), importPlaybook),
};

export type OperationName = keyof typeof operations;
export type Asked<N extends OperationName> = Parameters<(typeof operations)[N]["run"]>[1];
export type Answer<N extends OperationName> = Awaited<ReturnType<(typeof operations)[N]["run"]>>;

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/** Runs an operation on what somebody asked; refuses what it cannot read. */
export async function operate(
  operator: Operator,
  name: OperationName,
  asked: unknown,
): Promise<unknown> {
  return operations[name].take(operator, asked);
}

function operation<S extends z.ZodType, A>(
  schema: S,
  run: (operator: Operator, asked: z.output<S>) => Promise<A>,
) {
  return {
    run,
    take: async (operator: Operator, asked: unknown): Promise<A> => {
      const parsed = schema.safeParse(asked);
      if (!parsed.success) throw new AppError("bad_request", z.prettifyError(parsed.error));
      return run(operator, parsed.data);
    },
  };
}
