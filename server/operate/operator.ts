import type { Redis } from "ioredis";
import type { Services } from "../context.ts";

/** What operations work with: in the server's own process, or beside it on the same database. */
export type Operator = Pick<Services, "db" | "now" | "log" | "metrics" | "bell"> & {
  /** Where budgets are shared; `null` where this process cannot reach it. */
  readonly redis: Redis | null;
};
