import type { Playbook } from "../playbook.ts";
import { checkCommittee } from "./check-committee.ts";
import { checkHandoff } from "./check-handoff.ts";
import { checkOffers } from "./check-offers.ts";
import { checkAgainstPortal, checkNames, type PortalProperties } from "./check-properties.ts";
import { checkReadiness } from "./check-readiness.ts";
import { checkScores } from "./check-scores.ts";
import { checkVocabulary } from "./check-vocabulary.ts";
import type { Problem } from "./problem.ts";

/**
 * Everything that is wrong with a playbook, with where and what to do; `portal` are the properties
 * that it will find there, where they are known. Without errors it may be published.
 */
export function checkPlaybook(
  playbook: Playbook,
  portal: PortalProperties | null = null,
): readonly Problem[] {
  return [
    ...checkNames(playbook),
    ...(portal === null ? [] : checkAgainstPortal(playbook, portal)),
    ...checkVocabulary(playbook),
    ...checkScores(playbook),
    ...checkOffers(playbook),
    ...checkReadiness(playbook),
    ...checkCommittee(playbook),
    ...checkHandoff(playbook),
  ];
}

/** Whether problems keep a playbook from being published. */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity === "warning");
}
