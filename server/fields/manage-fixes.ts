import { randomUUID } from "node:crypto";
import type { FixPlan, FixState } from "../../src/fields/fix.ts";
import { placesOf } from "../../src/fields/fix-changes.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { askOnce } from "../settings/ask-once.ts";
import { type Caller, demand, openSettings, type Settings } from "../settings/open-settings.ts";
import { withTaughtSpellings } from "../store/field-spellings.ts";
import {
  countItems,
  findFix,
  type FixRow,
  keepFix,
  leftItems,
  listFixes,
  moveFix,
} from "../store/fixes.ts";
import type { Db, Trx } from "../store/open.ts";
import { type FixPreview, planFix } from "./plan-fix.ts";

/** How far a fix is. Every record is in one of these counts. */
export type FixProgress = {
  readonly id: string;
  readonly plan: FixPlan;
  readonly state: FixState;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly records: number;
  readonly waiting: number;
  readonly written: number;
  /** Left alone, because somebody had changed them. */
  readonly skipped: number;
  readonly refused: number;
  readonly restored: number;
  /** Not restored, because somebody changed them after the fix. */
  readonly kept: number;
  readonly stuck: number;
  readonly lastError: string | null;
};

const admins = "Only admins may run fixes. An admin names them under People.";

/** What a fix would change, told before anybody decides. */
export async function previewFix(
  { db }: Services,
  caller: Caller,
  plan: FixPlan,
): Promise<FixPreview> {
  return planFix(db, await openForFixes(db, caller), plan);
}

/** Begins a fix: every change is written down with what stands there now, and then worked off. */
export async function startFix(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly plan: FixPlan },
): Promise<{ readonly id: string; readonly records: number }> {
  const started = await askOnce(services, caller, asked, async (trx, now) => {
    const settings = await openForFixes(trx, caller);
    const { changes, records } = await planFix(trx, settings, asked.plan);
    const fixId = randomUUID();
    const { plan } = asked;
    const { objectType } = plan;
    const { userId } = caller;
    await keepFix(trx, caller.portalId, {
      fixId,
      plan,
      userId,
      now,
      objectType,
      ...placesOf(plan),
      changes,
    });
    return { id: fixId, records };
  });
  await services.bell.ring(caller.portalId, "bulk");
  return started;
}

const moves: Readonly<
  Record<"pause" | "resume" | "undo", Readonly<Partial<Record<FixState, FixState>>>>
> = {
  pause: {
    running: "paused",
    undoing: "undo_paused",
    paused: "paused",
    undo_paused: "undo_paused",
  },
  resume: { paused: "running", undo_paused: "undoing", running: "running", undoing: "undoing" },
  undo: {
    running: "undoing",
    paused: "undoing",
    done: "undoing",
    undoing: "undoing",
    undo_paused: "undoing",
    undone: "undone",
  },
};

/** Pauses, resumes or undoes a fix; asking again changes nothing. */
export async function steerFix(
  services: Services,
  caller: Caller,
  asked: { readonly id: string; readonly move: keyof typeof moves },
): Promise<FixProgress> {
  const { db, now, bell } = services;
  const { portalId } = caller;
  const { id, move } = asked;
  const moved = await db.transaction().execute(async (trx) => {
    await openForFixes(trx, caller);
    const fix = await fixOf(trx, portalId, id);
    const state = moves[move][fix.state];
    if (state === undefined)
      throw new AppError(
        "conflict",
        `A fix that is ${fix.state.replace("_", " ")} cannot do that.`,
      );
    const at = now();
    const change = { state, changed_at: at, due_at: at, attempts: 0 };
    if (state !== fix.state) await moveFix(trx, portalId, id, { from: [fix.state], change });
    return fixOf(trx, portalId, id);
  });
  await bell.ring(portalId, "bulk");
  return progressOf(db, moved);
}

/** One fix, with the records that were left as they were. */
export async function readFix({ db }: Services, caller: Caller, id: string) {
  await openSettings(db, caller);
  const fix = await fixOf(db, caller.portalId, id);
  return { ...(await progressOf(db, fix)), left: await leftItems(db, caller.portalId, id) };
}

/** The latest fixes first, and whether the caller may run any. */
export async function readFixes({ db }: Services, caller: Caller) {
  const { may } = await openSettings(db, caller);
  const fixes: FixProgress[] = [];
  for (const fix of await listFixes(db, caller.portalId)) fixes.push(await progressOf(db, fix));
  return { may: { fix: may.fix }, fixes };
}

async function openForFixes(db: Db | Trx, caller: Caller): Promise<Settings> {
  const settings = await openSettings(db, caller);
  demand(settings.may.fix, admins);
  const playbook = await withTaughtSpellings(db, caller.portalId, settings.playbook);
  return { ...settings, playbook };
}

async function fixOf(db: Db | Trx, portalId: string, id: string): Promise<FixRow> {
  const fix = await findFix(db, portalId, id);
  if (fix === null) throw new AppError("not_found", "There is no such fix.");
  return fix;
}

async function progressOf(db: Db, fix: FixRow): Promise<FixProgress> {
  const counts = await countItems(db, fix.portal_id, fix.fix_id);
  const of = (...states: readonly (keyof typeof counts)[]) =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    id: fix.fix_id,
    plan: fix.plan,
    state: fix.state,
    createdBy: fix.created_by,
    createdAt: fix.created_at,
    records: Object.values(counts).reduce((sum, count) => sum + count, 0),
    waiting: of("waiting", "sending"),
    written: of("written", "restoring"),
    skipped: of("skipped"),
    refused: of("refused"),
    restored: of("restored"),
    kept: of("kept"),
    stuck: of("stuck"),
    lastError: fix.last_error,
  };
}
