import type { Services } from "../../../server/context.ts";
import { createLog } from "../../../server/log.ts";
import { createMetrics } from "../../../server/metrics.ts";
import { createBell } from "../../../server/queue/bell.ts";
import { openStore } from "../../../server/store/open.ts";

export type Operator = Awaited<ReturnType<typeof openOperator>>;

/** Somebody who looks into the stores of running servers and rings for them, but does no work. */
export async function openOperator(stores: {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}) {
  const store = await openStore({ url: stores.databaseUrl });
  const log = createLog("silent");
  const bell = await createBell({ url: stores.redisUrl, log });
  const { db } = store;
  const services: Services = {
    db,
    log,
    metrics: createMetrics(),
    now: Date.now,
    isStopping: () => false,
    bell,
    gatewayFor: () => {
      throw new Error("an operator makes no calls to HubSpot");
    },
  };

  async function waiting(): Promise<number> {
    const tables = ["pending", "outbox", "unverified"] as const;
    const counts = await Promise.all(
      tables.map((table) =>
        db
          .selectFrom(table)
          .select((e) => e.fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow(),
      ),
    );
    return counts.reduce((sum, row) => sum + Number(row.count), 0);
  }

  return {
    services,
    /** Records that still wait for something. */
    waiting,
    close: async () => {
      await bell.close();
      await store.close();
    },
  };
}
