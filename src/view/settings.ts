import type { Playbook } from "../playbook/playbook.ts";
import { counted } from "./duration.ts";
import { playbookSections } from "./playbook-sections.ts";
import type { ApprovalView, ProblemView, SettingsView } from "./settings-view.ts";

/** One side's word; `by` is how people recognize who gave it. */
export type GivenApproval = {
  readonly side: ApprovalView["side"];
  readonly by: string;
  readonly at: number;
};

export const modeSentences: Readonly<Record<SettingsView["mode"], string>> = {
  observe:
    "Observing: only Medqual's own results are written. Handoffs begin when marketing and sales have both approved.",
  active: "Active: leads are handed over, and HubSpot's own fields follow.",
  paused: "Paused: only Medqual's own results are written until somebody goes on.",
};

/** What the settings page shows of a playbook: in a marketer's words, with what keeps it from being published. */
export function settingsView(portal: {
  readonly playbook: Playbook;
  readonly mode: SettingsView["mode"];
  readonly problems: readonly ProblemView[];
  readonly approvals: readonly GivenApproval[];
}): SettingsView {
  const { playbook, mode, problems } = portal;
  const approvals = approvalViews(portal.approvals);
  return {
    name: playbook.name,
    version: playbook.version,
    mode,
    modeSentence: modeSentences[mode],
    sections: playbookSections(playbook).map((section) => ({
      ...section,
      problems: problems.filter(({ path }) => path.split(/[.[/]/u)[0] === section.id),
    })),
    approvals,
    blockedBecause: blockedBecause(problems, approvals),
  };
}

/** Both sides, those too that have not agreed yet. */
export function approvalViews(given: readonly GivenApproval[]): readonly ApprovalView[] {
  return (["marketing", "sales"] as const).map((side): ApprovalView => {
    const approval = given.find((each) => each.side === side);
    const label = side === "marketing" ? "Marketing" : "Sales";
    return { side, label, given: approval ? { by: approval.by, at: approval.at } : null };
  });
}

/** Why a playbook can't be published now; `null` where it can. */
export function blockedBecause(
  problems: readonly ProblemView[],
  approvals: readonly ApprovalView[],
): string | null {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return `${counted(errors.length, "problem")} to solve first.`;
  const missing = approvals.filter(({ given }) => given === null).map(({ label }) => label);
  if (missing.length > 0) return `Waits for the approval of ${missing.join(" and ")}.`;
  const [first, second] = approvals.map(({ given }) => given?.by);
  return first === second ? "Marketing and sales must be different people." : null;
}
