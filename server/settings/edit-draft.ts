import type { Playbook } from "../../src/playbook/playbook.ts";
import { presets } from "../../src/playbook/presets.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { type Draft, keepDraft } from "../store/drafts.ts";
import type { Trx } from "../store/open.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { askOnce } from "./ask-once.ts";
import { authorOf, type Caller, demand, nameOf, openSettings } from "./open-settings.ts";
import type { DraftOrigin } from "./settings-request.ts";

const editors =
  "Only approvers and admins may edit the playbook. An admin names them under People.";

export type Edited = { readonly revision: number };

/** Begins a draft: from the version in force, an earlier one, or a preset. Replaces what is there. */
export async function beginDraft(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly revision: number; readonly from: DraftOrigin },
): Promise<Edited> {
  return askOnce(services, caller, asked, async (trx, now) => {
    const { playbook } = await openSettings(trx, caller);
    const document = await originOf(trx, caller.portalId, { from: asked.from, inForce: playbook });
    return change(trx, caller, { document, expected: asked.revision, now });
  });
}

/** Keeps what the caller has made of the draft, unless somebody else was faster. */
export async function saveDraft(
  { db, now }: Services,
  caller: Caller,
  asked: { readonly revision: number; readonly document: Playbook },
): Promise<Edited> {
  const { document, revision } = asked;
  return db
    .transaction()
    .execute((trx) => change(trx, caller, { document, expected: revision, now: now() }));
}

/** Throws the draft away; the playbook in force stays as it is. */
export async function discardDraft(
  { db, now }: Services,
  caller: Caller,
  revision: number,
): Promise<Edited> {
  return db
    .transaction()
    .execute((trx) => change(trx, caller, { document: null, expected: revision, now: now() }));
}

async function change(
  trx: Trx,
  caller: Caller,
  edit: {
    readonly document: Playbook | null;
    readonly expected: number;
    readonly now: number;
  },
): Promise<Edited> {
  const { portal, may } = await openSettings(trx, caller);
  demand(may.edit, editors);
  const basedOn = portal.playbook_version;
  const author = authorOf(caller);
  const kept = await keepDraft(trx, caller.portalId, { ...edit, basedOn, author });
  if (kept.kind === "conflict") throw overtaken(kept.draft);
  return { revision: kept.revision };
}

/** Says who was faster, and when. */
export function overtaken({ author, changedAt, document }: Draft): AppError {
  const did = document === null ? "published or discarded" : "changed";
  const when = new Date(changedAt).toISOString().slice(0, 16).replace("T", " ");
  return new AppError(
    "conflict",
    `${nameOf(author)} ${did} the draft at ${when} UTC. Load it again, and make your change there.`,
  );
}

async function originOf(
  trx: Trx,
  portalId: string,
  { from, inForce }: { readonly from: DraftOrigin; readonly inForce: Playbook },
): Promise<Playbook> {
  switch (from.kind) {
    case "in_force":
      return inForce;
    case "version":
      return readPlaybook(trx, portalId, from.version);
    case "preset":
      return ofPreset(presets[from.preset], inForce);
  }
}

/** Of the portal's own stay its people, its working hours and its queues. */
function ofPreset(preset: Playbook, inForce: Playbook): Playbook {
  const { calendar, queues } = inForce.handoff;
  return {
    ...preset,
    people: inForce.people,
    handoff: { ...preset.handoff, calendar, queues },
  };
}
