import { checkPlaybook } from "../playbook/check/check-playbook.ts";
import type { PortalProperties } from "../playbook/check/check-properties.ts";
import { pathText } from "../playbook/check/problem.ts";
import { diffPlaybooks } from "../playbook/diff/diff-playbooks.ts";
import { howLate } from "../playbook/lateness.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { approvalViews, blockedBecause, type GivenApproval } from "./settings.ts";
import type { DraftView, ProblemView } from "./settings-view.ts";

/** A draft as it is kept, and who wrote it. Instants are epoch milliseconds. */
export type KeptDraft = {
  readonly document: Playbook;
  readonly revision: number;
  readonly basedOn: number;
  readonly by: string;
  readonly at: number;
  readonly approvals: readonly GivenApproval[];
};

/** What is known of a portal's properties; `properties` is `null` until its list was read. */
export type KnownProperties = {
  readonly properties: PortalProperties | null;
  /** As `contact.<name>`: those whose changes HubSpot tells, and those that it computes itself. */
  readonly pushed: ReadonlySet<string>;
  readonly calculated: ReadonlySet<string>;
};

/** A draft with its problems, its changes in words, and what keeps it from being published. */
export function draftView(draft: KeptDraft, inForce: Playbook, known: KnownProperties): DraftView {
  const { document, revision, basedOn, by, at } = draft;
  const problems = problemViews(document, known.properties);
  const approvals = approvalViews(draft.approvals);
  const changes = diffPlaybooks(inForce, document).map(({ path, sentence }) => ({
    path: pathText(path),
    sentence,
  }));
  const unchanged = changes.length === 0 ? "It says the same as the version in force." : null;
  return {
    document,
    revision,
    basedOn,
    changed: { by, at },
    problems,
    changes,
    approvals,
    blockedBecause: unchanged ?? blockedBecause(problems, approvals),
    lateness: howLate(document, known),
  };
}

/** What is wrong with a playbook in this portal. */
export function problemViews(
  playbook: Playbook,
  properties: PortalProperties | null,
): readonly ProblemView[] {
  return checkPlaybook(playbook, properties).map(({ path, ...problem }) => ({
    ...problem,
    path: pathText(path),
  }));
}
