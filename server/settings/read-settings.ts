import type { Playbook } from "../../src/playbook/playbook.ts";
import { draftView, type KnownProperties, problemViews } from "../../src/view/draft.ts";
import { type GivenApproval, settingsView } from "../../src/view/settings.ts";
import { settingsChoices } from "../../src/view/settings-choices.ts";
import type { DraftView, SettingsAnswer } from "../../src/view/settings-view.ts";
import type { Services } from "../context.ts";
import { readBackfill } from "../store/backfills.ts";
import { readDraft, readDraftApprovals, type SideApproval } from "../store/drafts.ts";
import type { Db } from "../store/open.ts";
import { readApprovals } from "../store/playbooks.ts";
import { countByStatus } from "../store/standings.ts";
import { type Caller, nameOf, openSettings } from "./open-settings.ts";
import { knownProperties } from "./portal-properties.ts";

/** Everything that the settings page begins with. */
export async function readSettings({ db }: Services, caller: Caller): Promise<SettingsAnswer> {
  const { portalId, userId } = caller;
  const { portal, playbook, isAgreed, may } = await openSettings(db, caller);
  const known = await knownProperties(db, portalId);
  const given = await readApprovals(db, portalId, portal.playbook_version);
  const view = settingsView({
    playbook,
    mode: portal.mode,
    problems: problemViews(playbook, known.properties),
    approvals: given.map(givenApproval),
  });
  const backfill = await readBackfill(db, portalId);
  return {
    mode: portal.mode,
    userId,
    may,
    inForce: { ...view, document: playbook, isAgreed },
    ...(await readDraftView(db, portalId, { inForce: playbook, known })),
    backfill: backfill && { step: backfill.step, listed: backfill.listed },
    contactsByStatus: await countByStatus(db, portalId),
    choices: settingsChoices,
  };
}

async function readDraftView(
  db: Db,
  portalId: string,
  { inForce, known }: { readonly inForce: Playbook; readonly known: KnownProperties },
): Promise<{ readonly draft: DraftView | null; readonly draftRevision: number }> {
  const kept = await readDraft(db, portalId);
  if (kept === null) return { draft: null, draftRevision: 0 };
  const { document, revision, basedOn, author, changedAt } = kept;
  if (document === null) return { draft: null, draftRevision: revision };
  const approvals = (await readDraftApprovals(db, portalId)).map(givenApproval);
  const by = nameOf(author);
  const draft = { document, revision, basedOn, by, at: changedAt, approvals };
  return { draft: draftView(draft, inForce, known), draftRevision: revision };
}

/** An approval as people read it. */
export function givenApproval({ side, author, at }: SideApproval): GivenApproval {
  return { side, by: nameOf(author), at };
}
