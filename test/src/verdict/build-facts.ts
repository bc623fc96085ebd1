import type { ContactFacts, Inputs, Person, Profile } from "../../../src/facts/contact-facts.ts";
import { type Evidence, type Fact, known, unknown } from "../../../src/facts/fact.ts";
import type { Signal, SignalKind } from "../../../src/facts/signal.ts";
import type { RoleId } from "../../../src/facts/vocabulary.ts";

export const hour = 3_600_000;
export const day = 24 * hour;
/** A Tuesday, 09:00 in the calendar of the hybrid playbook. */
export const now = Date.UTC(2026, 10, 24, 15);

export function stated<T>(value: T, certainty: Evidence["certainty"] = "stated"): Fact<T> {
  return known(value, { property: "contact.test", text: String(value), certainty });
}

export const nothingKnown: Profile = {
  organizationType: unknown,
  specialty: unknown,
  serviceInterest: unknown,
  role: unknown,
  size: unknown,
  providers: unknown,
  beds: unknown,
  sites: unknown,
  careSetting: unknown,
  country: unknown,
  region: unknown,
  ehr: unknown,
  email: unknown,
};

/** Fits the hybrid playbook well above its minimum. */
export const practice: Profile = {
  ...nothingKnown,
  organizationType: stated("independent_practice"),
  serviceInterest: stated(["scheduling"]),
  role: stated(["operations"]),
  email: stated("business"),
};

export function signal(kind: SignalKind, at: number, more: Partial<Signal> = {}): Signal {
  return { id: `${kind}:${at}`, kind, offerId: null, at, own: true, label: kind, ...more };
}

export function person(id: string, roles: readonly RoleId[], more: Partial<Person> = {}): Person {
  const name = `Person ${id}`;
  return {
    id,
    name,
    title: null,
    roles,
    rolesFrom: "title",
    words: null,
    suggested: [],
    engagedAt: null,
    ...more,
  };
}

export function inputs(more: Partial<Omit<Inputs, "checklist">> = {}, confirmed = ""): Inputs {
  const of = (item: string) => (confirmed.split(" ").includes(item) ? "confirmed" : "unknown");
  return {
    handoff: null,
    returnReason: null,
    override: null,
    snoozeUntil: null,
    nextStepAt: null,
    checklist: {
      need: of("need"),
      timeline: of("timeline"),
      authority: of("authority"),
      next_step: more.nextStepAt ? "confirmed" : "unknown",
      budget_path: of("budget_path"),
      current_tools: of("current_tools"),
      integration: of("integration"),
      compliance: of("compliance"),
    },
    ...more,
  };
}

const no = stated(false);

/** A practice manager of whom nothing is missing but interest. */
export function contactFacts(more: Partial<ContactFacts> = {}): ContactFacts {
  return {
    id: "1",
    name: "Dana Whitfield",
    ownerId: "71",
    ownerIsActive: true,
    profile: practice,
    properties: {},
    exclusions: {
      competitor: no,
      vendor: no,
      student: no,
      job_seeker: no,
      patient: no,
      customer: no,
    },
    contactable: stated(true),
    domainVerified: stated(true),
    source: stated("own"),
    signalsRead: true,
    signals: [],
    inputs: inputs(),
    account: { companyId: "9", name: "Lakeside", people: [person("1", ["operations"])] },
    ...more,
  };
}
