import type { Playbook } from "../../src/playbook/playbook.ts";
import { diffPlaybooks } from "../../src/playbook/diff/diff-playbooks.ts";
import { AppError } from "../errors.ts";
import { type LocatedProblem, readPlaybookYaml } from "../playbook/playbook-yaml.ts";
import { keepDraft, readDraft } from "../store/drafts.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { knownProperties } from "../settings/portal-properties.ts";
import { knownPortal } from "./known-portal.ts";
import type { Operator } from "./operator.ts";

/** The playbook in force, or an earlier version. */
export async function exportPlaybook(
  { db }: Operator,
  asked: { readonly portalId: string; readonly version?: number },
): Promise<Playbook> {
  const portal = await knownPortal(db, asked.portalId);
  return readPlaybook(db, asked.portalId, asked.version ?? portal.playbook_version);
}

export type Imported =
  | {
      readonly kind: "imported";
      readonly revision: number;
      /** What it says otherwise than the playbook in force. */
      readonly changes: readonly string[];
      readonly problems: readonly LocatedProblem[];
    }
  | { readonly kind: "refused"; readonly problems: readonly LocatedProblem[] };

/**
 * Makes a text the portal's draft: it is approved and published in the settings like any other. What
 * is no playbook is refused, and so is one that would take the place of somebody's draft.
 */
export async function importPlaybook(
  { db, now }: Operator,
  asked: { readonly portalId: string; readonly text: string; readonly replaces: boolean },
): Promise<Imported> {
  const { portalId, text, replaces } = asked;
  const portal = await knownPortal(db, portalId);
  const inForce = await readPlaybook(db, portalId, portal.playbook_version);
  const read = readPlaybookYaml(text, (await knownProperties(db, portalId)).properties);
  if (read.kind === "refused") return read;
  const { playbook, problems } = read;
  const revision = await db.transaction().execute(async (trx) => {
    const draft = await readDraft(trx, portalId);
    if (draft?.document && !replaces)
      throw new AppError(
        "conflict",
        `Portal ${portalId} has a draft. Publish or discard it in the settings, or say --replace.`,
      );
    const kept = await keepDraft(trx, portalId, {
      document: playbook,
      basedOn: portal.playbook_version,
      expected: draft?.revision ?? 0,
      author: { userId: "operator", email: null },
      now: now(),
    });
    if (kept.kind === "conflict")
      throw new AppError("conflict", "Somebody changed the draft at this moment. Try again.");
    return kept.revision;
  });
  const changes = diffPlaybooks(inForce, playbook).map(({ sentence }) => sentence);
  return { kind: "imported", revision, changes, problems };
}
