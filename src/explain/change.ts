import type { HandoffStep } from "../decision.ts";
import type {
  ChecklistItemId,
  ContactFacts,
  ExclusionId,
  FactValue,
  Person,
  Subject,
} from "../facts/contact-facts.ts";
import { type Evidence, known } from "../facts/fact.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { Signal, SignalKind } from "../facts/signal.ts";
import { signalLabels } from "../facts/signal.ts";
import type { RoleId } from "../facts/vocabulary.ts";

const dayMs = 86_400_000;

/** One thing that could become different. The last two say that something recorded is wrong. */
export type Change =
  | { readonly kind: "learn"; readonly fact: Subject; readonly value: FactValue }
  | { readonly kind: "reach" }
  | { readonly kind: "verify_domain" }
  | { readonly kind: "signal"; readonly signal: SignalKind; readonly offerId: string | null }
  | { readonly kind: "accept"; readonly step: HandoffStep }
  | { readonly kind: "confirm"; readonly item: ChecklistItemId }
  | { readonly kind: "add_person"; readonly role: RoleId }
  | { readonly kind: "correct"; readonly fact: Subject; readonly value: FactValue }
  | { readonly kind: "clear"; readonly exclusion: ExclusionId };

export function isCorrection({ kind }: Change): boolean {
  return kind === "correct" || kind === "clear";
}

/** Facts as they would be after these changes, all of them made at `now`. */
export function applyChanges(
  facts: ContactFacts,
  changes: readonly Change[],
  now: number,
): ContactFacts {
  return changes.reduce((current, change) => apply(current, change, now), facts);
}

function apply(facts: ContactFacts, change: Change, now: number): ContactFacts {
  switch (change.kind) {
    case "learn":
    case "correct":
      return withFact(facts, change.fact, change.value);
    case "reach":
      return { ...facts, contactable: known(true, said("email")) };
    case "verify_domain":
      return { ...facts, domainVerified: known(true, said("email")) };
    case "signal":
      return { ...facts, signals: [...facts.signals, newSignal(change, now)] };
    case "accept":
      return { ...facts, inputs: { ...facts.inputs, handoff: "accepted" } };
    case "confirm":
      return withConfirmed(facts, change.item, now);
    case "add_person": {
      const { account } = facts;
      const person = newPerson(change.role, account.people.length);
      return { ...facts, account: { ...account, people: [...account.people, person] } };
    }
    case "clear": {
      const cleared = known(false, said(change.exclusion));
      return { ...facts, exclusions: { ...facts.exclusions, [change.exclusion]: cleared } };
    }
  }
}

/** A fact as somebody states it. */
export function withFact(facts: ContactFacts, subject: Subject, value: FactValue): ContactFacts {
  const stated = known(value, said(subject));
  if (isPropertyName(subject))
    return { ...facts, properties: { ...facts.properties, [subject]: stated } };
  return { ...facts, profile: { ...facts.profile, [subject]: stated } };
}

/** A signal of today, on an own property. */
export function newSignal(
  { signal, offerId }: { readonly signal: SignalKind; readonly offerId: string | null },
  now: number,
): Signal {
  const id = `new:${signal}:${offerId ?? ""}:${now}`;
  return { id, kind: signal, offerId, at: now, own: true, label: signalLabels[signal] };
}

function withConfirmed(facts: ContactFacts, item: ChecklistItemId, now: number): ContactFacts {
  const { inputs } = facts;
  const checklist = { ...inputs.checklist, [item]: "confirmed" } as const;
  const tomorrow = Math.floor(now / dayMs) * dayMs + dayMs;
  const nextStepAt = item === "next_step" ? tomorrow : inputs.nextStepAt;
  return { ...facts, inputs: { ...inputs, checklist, nextStepAt } };
}

function newPerson(role: RoleId, index: number): Person {
  const id = `new:${index}`;
  const name = "Somebody new";
  const nothing = { title: null, words: null, suggested: [] } as const;
  return { id, name, ...nothing, roles: [role], rolesFrom: "person", engagedAt: null };
}

function said(property: string): Evidence {
  return { property, text: "", certainty: "stated" };
}
