import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { WhatIfView } from "../../src/view/settings-view.ts";
import { unreadProperties } from "../assess/publish.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { readDraft } from "../store/drafts.ts";
import { beginWhatIf, countDecided, keepWhatIf, readWhatIf } from "../store/what-ifs.ts";
import { decideSlices } from "./decide-slices.ts";
import { overtaken } from "./edit-draft.ts";
import { type Caller, demand, openSettings } from "./open-settings.ts";
import { createTally } from "./tally.ts";

/** HubSpot's proxy and people wait for so long; a longer count goes on by itself. */
const patienceMs = 1_200;
const keepEveryMs = 500;
/** A count that has said nothing for so long has died with its process. */
const silentMs = 15_000;
/** Facts move meanwhile: a count that is older is made again. */
const freshMs = 30_000;

/**
 * Counts who would pass, and who would change their status, if the draft were in force now. Decides
 * every contact from what is stored, in slices, and writes nothing. Answers within two seconds: with
 * the result, or with how far it is. Asking again finds the same count.
 */
export async function startWhatIf(
  services: Services,
  caller: Caller,
  revision: number,
): Promise<WhatIfView> {
  const { db, now } = services;
  const { portalId } = caller;
  const { portal, playbook, may } = await openSettings(db, caller);
  demand(may.edit || may.publish, "Only approvers and admins may try a draft.");
  const draft = await readDraft(db, portalId);
  if (!draft) throw new AppError("not_found", "There is no draft to try.");
  if (draft.document === null || draft.revision !== revision) throw overtaken(draft);
  const present = await findWhatIf(services, portalId, revision);
  if (present) return present;
  const view = firstView(revision, {
    total: await countDecided(db, portalId),
    unread: unreadProperties(playbook, draft.document),
  });
  await beginWhatIf(db, portalId, { view, updatedAt: now() });
  // Before the draft is published nobody's old signals are offered.
  const offersFrom = portal.mode === "active" ? portal.offers_from : now();
  const trial = { draft: draft.document, inForce: playbook, offersFrom, view };
  const counting = count(services, portalId, trial);
  counting.catch((error: unknown) =>
    services.log.error({ err: error, portalId, revision }, "counting what a draft changes failed"),
  );
  return Promise.race([counting, sleep(patienceMs).then(() => latest(services, portalId, view))]);
}

/** How far the count of this revision is; `stopped` where nobody counts any more. */
export async function readOnWhatIf(
  services: Services,
  caller: Caller,
  id: string,
): Promise<WhatIfView> {
  await openSettings(services.db, caller);
  const kept = await readWhatIf(services.db, caller.portalId);
  if (kept?.view.id !== id)
    throw new AppError("not_found", "The draft has changed since: it is counted anew.");
  const isSilent = kept.view.kind === "running" && services.now() - kept.updatedAt > silentMs;
  return isSilent ? { ...kept.view, kind: "stopped" } : kept.view;
}

type Trial = {
  readonly draft: Playbook;
  readonly inForce: Playbook;
  readonly offersFrom: number | null;
  readonly view: WhatIfView;
};

async function count(services: Services, portalId: string, trial: Trial): Promise<WhatIfView> {
  const { db, now, isStopping } = services;
  const tally = createTally(trial.view);
  let keepAt = now() + keepEveryMs;
  for await (const decided of decideSlices(services, portalId, trial)) {
    tally.add(decided);
    if (isStopping()) return tally.view("stopped");
    if (now() < keepAt) continue;
    const kept = { view: tally.view("running"), updatedAt: now() };
    if (!(await keepWhatIf(db, portalId, kept))) return tally.view("stopped");
    keepAt = now() + keepEveryMs;
  }
  const view = tally.view("done");
  await keepWhatIf(db, portalId, { view, updatedAt: now() });
  return view;
}

async function findWhatIf(
  { db, now }: Services,
  portalId: string,
  revision: number,
): Promise<WhatIfView | null> {
  const kept = await readWhatIf(db, portalId);
  if (kept?.view.revision !== revision) return null;
  const age = now() - kept.updatedAt;
  if (kept.view.kind === "running") return age < silentMs ? kept.view : null;
  return kept.view.kind === "done" && age < freshMs ? kept.view : null;
}

async function latest({ db }: Services, portalId: string, first: WhatIfView) {
  const kept = await readWhatIf(db, portalId);
  return kept?.view.id === first.id ? kept.view : first;
}

function firstView(
  revision: number,
  known: { readonly total: number; readonly unread: readonly string[] },
): WhatIfView {
  return {
    id: randomUUID(),
    revision,
    kind: "running",
    counted: 0,
    ...known,
    before: {},
    after: {},
    passing: 0,
    moves: [],
    flipped: 0,
    flips: [],
  };
}
