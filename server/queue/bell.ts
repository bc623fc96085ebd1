import { Queue, Worker } from "bullmq";
import type { Log } from "../log.ts";
import type { WorkLane } from "../store/schema.ts";

type Wake = { readonly portalId: string; readonly lane: WorkLane };

export type Bell = {
  /** Wakes a portal's loop in one lane. Ringing while it runs makes it run once more. */
  readonly ring: (portalId: string, lane: WorkLane) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The queue is only the bell: everything that must not be lost is in the database, so a job that is
 * lost costs the time until the next round of the timer.
 */
export async function createBell(options: {
  readonly url: string;
  readonly log: Log;
  /** Absent in a process that only serves HTTP. */
  readonly run?: ((wake: Wake) => Promise<void>) | undefined;
  readonly concurrency?: number;
}): Promise<Bell> {
  const { url, log, run } = options;
  const connection = { url, maxRetriesPerRequest: null }; // options, so BullMQ closes what it opened
  const queue = new Queue<Wake>("portals", { connection });
  const worker = run
    ? new Worker<Wake>("portals", async (job) => run(job.data), {
        connection,
        concurrency: options.concurrency ?? 8,
        lockDuration: 15_000,
        stalledInterval: 5_000,
        maxStalledCount: 100,
      })
    : null;
  const note = (error: Error) => log.warn({ reason: error.message }, "queue connection");
  queue.on("error", note);
  worker?.on("error", note);
  await Promise.all([queue.waitUntilReady(), worker?.waitUntilReady()]);

  return {
    ring: async (portalId, lane) => {
      const deduplication = { id: `${portalId}:${lane}`, keepLastIfActive: true };
      const keep = { removeOnComplete: true, removeOnFail: true };
      await queue.add("wake", { portalId, lane }, { deduplication, ...keep });
    },
    close: async () => {
      await worker?.close();
      await queue.close();
    },
  };
}
