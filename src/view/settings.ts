import type { Playbook } from "../playbook/playbook.ts";
import { counted } from "./duration.ts";
import { playbookSections } from "./playbook-sections.ts";
import type { ApprovalView, ProblemView, SettingsView } from "./settings-view.ts";

const modes: Readonly<Record<SettingsView["mode"], string>> = {
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
  readonly approvals: readonly {
    readonly side: ApprovalView["side"];
    readonly by: string;
    readonly at: number;
  }[];
}): SettingsView {
  const { playbook, mode, problems } = portal;
  const approvals = (["marketing", "sales"] as const).map((side): ApprovalView => {
    const given = portal.approvals.find((each) => each.side === side);
    const label = side === "marketing" ? "Marketing" : "Sales";
    return { side, label, given: given ? { by: given.by, at: given.at } : null };
  });
  return {
    name: playbook.name,
    version: playbook.version,
    mode,
    modeSentence: modes[mode],
    sections: playbookSections(playbook).map((section) => ({
      ...section,
      problems: problems.filter(({ path }) => path.split(/[.[/]/u)[0] === section.id),
    })),
    approvals,
    blockedBecause: blockedBecause(problems, approvals),
  };
}

function blockedBecause(
  problems: readonly ProblemView[],
  approvals: readonly ApprovalView[],
): string | null {
  if (problems.length > 0) return `${counted(problems.length, "problem")} to solve first.`;
  const missing = approvals.filter(({ given }) => given === null).map(({ label }) => label);
  if (missing.length > 0) return `Waits for the approval of ${missing.join(" and ")}.`;
  const [first, second] = approvals.map(({ given }) => given?.by);
  return first === second ? "Marketing and sales must be different people." : null;
}
