import type { ContactDecision } from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import { applyChanges, type Change, isCorrection } from "../../../src/explain/change.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { day, now } from "../verdict/build-facts.ts";

export type Case = { readonly facts: ContactFacts; readonly playbook: Playbook };
const momentOf = (playbook: Playbook) => ({ playbook, now, offersFrom: now - day });
export const decide = ({ facts, playbook }: Case, former: ContactDecision | null = null) =>
  evaluateContact(facts, former?.standing ?? null, momentOf(playbook));

export function after(
  changes: readonly Change[],
  { facts, playbook }: Case,
  former: ContactDecision,
) {
  return decide({ facts: applyChanges(facts, changes, now), playbook }, former).status;
}

/** Corrections weigh more than anything else. */
export const costOf = (changes: readonly Change[]) =>
  changes.reduce((sum, change) => sum + (isCorrection(change) ? 1000 : 1), 0);

/** Every way to choose one of each list, or none of it. */
export function* choices(lists: readonly (readonly Change[])[]): Generator<readonly Change[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const chosen of choices(rest)) {
    yield chosen;
    for (const change of first) yield [change, ...chosen];
  }
}

/** People are added in the order of their roles, since it makes no difference. */
function isInOrder(changes: readonly Change[]): boolean {
  const roles = changes.flatMap((change) => (change.kind === "add_person" ? [change.role] : []));
  return roles.every((role, i) => role >= (roles[i - 1] ?? role));
}

export function cheaperWay(universe: readonly (readonly Change[])[], to: string, than: number) {
  return (one: Case, former: ContactDecision): readonly Change[] | null => {
    for (const changes of choices(universe))
      if (costOf(changes) < than && isInOrder(changes) && after(changes, one, former) === to)
        return changes;
    return null;
  };
}
