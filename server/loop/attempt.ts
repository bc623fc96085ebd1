import type { PortalRun } from "../context.ts";
import { AppError } from "../errors.ts";
import { LeaseLost } from "../store/leases.ts";
import { type OutboxRow, postponeWishes } from "../store/outbox.ts";
import { park } from "../store/parked.ts";
import { finishPending, type PendingRow, postponePending } from "../store/pending.ts";
import { backOffMs, triesBeforeParking } from "./back-off.ts";

/**
 * Runs one batch of pending work. A failure puts the batch off; while a batch keeps failing it is
 * tried record by record, so that one poisonous record is parked and the others go on.
 */
export async function attemptPending(
  run: PortalRun,
  rows: readonly PendingRow[],
  step: {
    readonly name: "sync" | "assess";
    readonly act: (rows: readonly PendingRow[]) => Promise<unknown>;
  },
): Promise<void> {
  const suspects = rows.filter((row) => row.attempts > 2);
  const batches = [rows.filter((row) => row.attempts <= 2), ...suspects.map((row) => [row])];
  for (const batch of batches.filter((each) => each.length > 0)) {
    try {
      await step.act(batch);
    } catch (error) {
      await putOff(run, batch, { step: step.name, error });
    }
  }
}

async function putOff(
  run: PortalRun,
  rows: readonly PendingRow[],
  failure: { readonly step: "sync" | "assess"; readonly error: unknown },
): Promise<void> {
  const { services, portal } = run;
  const { error, step } = failure;
  if (isForTheLoop(error)) throw error;
  note(run, step, error);
  const text = messageOf(error);
  const hopeless = rows.length === 1 && (rows[0]?.attempts ?? 0) >= triesBeforeParking;
  if (hopeless && !isOutside(error)) {
    await services.db.transaction().execute(async (trx) => {
      await finishPending(trx, portal.portal_id, rows);
      for (const row of rows)
        await park(trx, portal.portal_id, {
          objectType: row.object_type,
          objectId: row.object_id,
          step,
          reason: text,
          at: services.now(),
        });
    });
    return;
  }
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const dueAt = services.now() + backOffMs(error, attempts, Math.random);
  await postponePending(services.db, portal.portal_id, { rows, dueAt, error: text });
}

/** Runs one batch of deliveries; a failure puts it off. */
export async function attemptDelivery(
  run: PortalRun,
  rows: readonly OutboxRow[],
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (isForTheLoop(error)) throw error;
    note(run, "deliver", error);
    const attempts = Math.max(...rows.map((row) => row.attempts));
    await postponeWishes(run.services.db, run.portal.portal_id, {
      rows,
      dueAt: run.services.now() + backOffMs(error, attempts, Math.random),
      error: messageOf(error),
    });
  }
}

function isForTheLoop(error: unknown): boolean {
  if (error instanceof LeaseLost) return true;
  return error instanceof AppError && error.code === "portal_disconnected";
}

/** HubSpot's or the network's fault, not the record's: it is tried for as long as it takes. */
function isOutside(error: unknown): boolean {
  return error instanceof AppError && error.retry !== "never";
}

function note(run: PortalRun, step: string, error: unknown): void {
  const code = error instanceof AppError ? error.code : "bug";
  run.services.metrics.failures.inc({ step, code });
  run.services.log.warn(
    { portalId: run.portal.portal_id, step, code, err: error },
    "batch put off after a failure",
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
