import type { PortalRun, Services } from "../context.ts";
import { AppError } from "../errors.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import { LeaseLost } from "../store/leases.ts";
import { type InputRow, postponeInputs } from "../store/inputs.ts";
import { type Listing, moveListing } from "../store/listings.ts";
import { fulfil, type OutboxRow, postponeWishes } from "../store/outbox.ts";
import { putOffLook } from "../store/field-looks.ts";
import { type FixRow, moveFix } from "../store/fixes.ts";
import { park } from "../store/parked.ts";
import { finishPending, type PendingRow, postponePending } from "../store/pending.ts";
import { SettingsChanged } from "../store/portals.ts";
import { postponeTasks, type TaskRow } from "../store/tasks.ts";
import { postponeVerifying } from "../store/unverified.ts";
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
  for (const batch of apart(rows)) {
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
  const isFault = !isOutside(error);
  if (isFault && isHopeless(rows)) {
    await services.db.transaction().execute(async (trx) => {
      await finishPending(trx, portal.portal_id, rows);
      for (const row of rows)
        await park(trx, portal.portal_id, parkedFor(row, { step, error }, services));
    });
    return;
  }
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const dueAt = services.now() + backOffMs(error, attempts, Math.random);
  const put = { rows, dueAt, error: messageOf(error), isFault };
  await postponePending(services.db, portal.portal_id, put);
}

/** Runs one batch of deliveries; a failure puts it off, and what fails on and on is tried by itself. */
export async function attemptDelivery(
  run: PortalRun,
  rows: readonly OutboxRow[],
  act: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<void> {
  for (const batch of apart(rows)) {
    await orPutOff(
      run,
      "deliver",
      () => act(batch),
      (error) => putOffDelivery(run, batch, error),
    );
  }
}

async function putOffDelivery(
  run: PortalRun,
  rows: readonly OutboxRow[],
  error: unknown,
): Promise<void> {
  const { services, portal } = run;
  const attempts = Math.max(...rows.map((row) => row.attempts));
  const isFault = !isOutside(error);
  if (isFault && isHopeless(rows)) {
    await services.db.transaction().execute(async (trx) => {
      await fulfil(trx, portal.portal_id, rows);
      for (const row of rows)
        await park(trx, portal.portal_id, parkedFor(row, { step: "deliver", error }, services));
    });
    return;
  }
  await postponeWishes(services.db, portal.portal_id, {
    rows,
    dueAt: services.now() + backOffMs(error, attempts, Math.random),
    error: messageOf(error),
    isFault,
  });
}

/** One page of a listing; a failure puts the listing of its type off. */
export async function attemptListing(
  run: PortalRun,
  listing: Listing,
  act: () => Promise<void>,
): Promise<void> {
  await orPutOff(run, `list ${listing.object_type}`, act, async (error) => {
    const attempts = listing.attempts + 1;
    const dueAt = run.services.now() + backOffMs(error, attempts, Math.random);
    const put = { attempts, due_at: dueAt, last_error: messageOf(error) };
    await moveListing(run.services.db, listing, put);
  });
}

/** Reading back is no record's fault: a failure only puts it off. */
export async function attemptVerifying(
  run: PortalRun,
  written: { readonly type: ObjectType; readonly ids: readonly string[] },
  act: () => Promise<void>,
): Promise<void> {
  await orPutOff(run, "verify", act, async (error) => {
    const dueAt = run.services.now() + backOffMs(error, 3, Math.random);
    await postponeVerifying(run.services.db, run.portal.portal_id, { ...written, dueAt });
  });
}

type Blamed = { readonly faults: number };

/**
 * One batch, and each record that has failed with others too often as a batch of its own. Failures
 * of HubSpot or the network do not count: after an outage full batches go on.
 */
function apart<T extends Blamed>(rows: readonly T[]): readonly (readonly T[])[] {
  const suspects = rows.filter((row) => row.faults > 2);
  const batches = [rows.filter((row) => row.faults <= 2), ...suspects.map((row) => [row])];
  return batches.filter((batch) => batch.length > 0);
}

function isHopeless(rows: readonly Blamed[]): boolean {
  return rows.length === 1 && (rows[0]?.faults ?? 0) >= triesBeforeParking;
}

function parkedFor(
  row: { readonly object_type: ObjectType; readonly object_id: string },
  failure: { readonly step: "sync" | "assess" | "deliver"; readonly error: unknown },
  { now }: Pick<Services, "now">,
) {
  return {
    objectType: row.object_type,
    objectId: row.object_id,
    step: failure.step,
    reason: messageOf(failure.error),
    at: now(),
  };
}

/** Runs one batch of what people entered; a failure puts it off. */
export async function attemptInputs(
  run: PortalRun,
  rows: readonly InputRow[],
  act: () => Promise<void>,
): Promise<void> {
  await orPutOff(run, "input", act, async (error) => {
    const attempts = Math.max(...rows.map((row) => row.attempts));
    const dueAt = run.services.now() + backOffMs(error, attempts, Math.random);
    const failure = { rows, dueAt, error: messageOf(error) };
    await postponeInputs(run.services.db, run.portal.portal_id, failure);
  });
}

/** Runs one batch of tasks; a failure puts it off. */
export async function attemptTasks(
  run: PortalRun,
  rows: readonly TaskRow[],
  act: () => Promise<void>,
): Promise<void> {
  await orPutOff(run, "task", act, async (error) => {
    const attempts = Math.max(...rows.map((row) => row.attempts));
    const dueAt = run.services.now() + backOffMs(error, attempts, Math.random);
    const failure = { rows, dueAt, error: messageOf(error) };
    await postponeTasks(run.services.db, run.portal.portal_id, failure);
  });
}

/** A look at a portal that fails is taken a while later: nobody waits for it. */
export async function attemptLook(run: PortalRun, act: () => Promise<void>): Promise<void> {
  await orPutOff(run, "look", act, async (error) => {
    const dueAt = run.services.now() + backOffMs(error, 8, Math.random);
    await putOffLook(run.services.db, run.portal.portal_id, dueAt);
  });
}

/** Runs one batch of a fix; a failure puts the fix off. */
export async function attemptFix(
  run: PortalRun,
  fix: FixRow,
  act: () => Promise<void>,
): Promise<void> {
  await orPutOff(run, "fix", act, async (error) => {
    const due_at = run.services.now() + backOffMs(error, fix.attempts, Math.random);
    const change = { due_at, attempts: fix.attempts + 1, last_error: messageOf(error) };
    await moveFix(run.services.db, fix.portal_id, fix.fix_id, { from: [fix.state], change });
  });
}

/** What concerns the whole loop ends it; any other failure is noted and its work put off. */
async function orPutOff(
  run: PortalRun,
  step: string,
  act: () => Promise<void>,
  putOffWork: (error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (isForTheLoop(error)) throw error;
    note(run, step, error);
    await putOffWork(error);
  }
}

function isForTheLoop(error: unknown): boolean {
  if (error instanceof LeaseLost || error instanceof SettingsChanged) return true;
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
