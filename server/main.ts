import { readConfig } from "./config.ts";
import { AppError } from "./errors.ts";
import { createLog } from "./log.ts";
import { readBackfill } from "./store/backfills.ts";
import { connectedPortals } from "./store/portals.ts";
import { countByStatus } from "./store/standings.ts";
import { type Running, wire } from "./wire.ts";

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const running = await wire(config, log, Date.now);
  const { role } = config;
  log.info(
    { role, port: running.port, ...running.backends, ...(await present(running)) },
    "server ready",
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void running.stop().then(() => log.info("server stopped")));
} catch (error) {
  const isExpected = error instanceof AppError && error.code === "configuration";
  process.stderr.write(`${isExpected ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}

/** What the operator wants to know first: who is connected, and how far they are. */
async function present({ services }: Running) {
  const portals = [];
  const byStatus: Record<string, number> = {};
  for (const { portal_id: portalId } of await connectedPortals(services.db)) {
    const backfill = await readBackfill(services.db, portalId);
    portals.push({ portalId, backfill: backfill?.step ?? null });
    for (const [status, count] of Object.entries(await countByStatus(services.db, portalId)))
      byStatus[status] = (byStatus[status] ?? 0) + count;
  }
  return { portals, byStatus };
}
