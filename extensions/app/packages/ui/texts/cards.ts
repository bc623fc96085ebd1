import type { Dictionary } from "../dictionary.ts";

/** Everything the cards say by themselves. The rest comes from the server as finished sentences. */
const en = {
  loading: "Loading qualification",
  pending: "Something changed. Deciding again …",
  undecided: {
    title: "Not decided yet",
    body: "Medqual is reading this record and will show its decision here in a moment.",
  },
  failure: { title: "Qualification can't be shown right now" },
  lastKnown: {
    contact: {
      medqual_status: "Status",
      medqual_next_action: "Next action",
      medqual_missing: "Missing",
      medqual_reasons: "Reasons",
      medqual_fit: "Fit",
      medqual_intent: "Intent",
      medqual_readiness: "Readiness",
      medqual_scored_at: "Decided",
    },
    deal: {
      medqual_committee_completeness: "Committee completeness",
      medqual_missing_roles: "Missing roles",
      medqual_scored_at: "Decided",
    },
  },
  mode: {
    observe: {
      title: "Observe mode: Medqual writes only its own fields",
      body: "Lifecycle stage, lead status and handoffs begin when marketing and sales have both approved the playbook.",
    },
    paused: {
      title: "Paused: Medqual writes only its own fields",
      body: "Lifecycle stage, lead status and handoffs are left alone until somebody resumes.",
    },
  },
  header: {
    since: (day: string) => `since ${day}`,
    next: "Next",
    due: (moment: string) => `Due ${moment}`,
    wasDue: (moment: string) => `Was due ${moment}`,
  },
  attention: "Needs attention",
  missing: {
    title: "What is missing",
    item: "Missing",
    question: "Question to ask",
    nothing: "Nothing is missing for the next step.",
  },
  why: { title: "Why", nothing: "No reasons are recorded." },
  score: {
    of: (points: string) => `${points} points`,
    upTo: (points: string, upper: string) => `${points}, up to ${upper} when known`,
    needed: (minimum: string) => `${minimum} needed`,
    lines: (points: string) => `How the ${points} points add up`,
    nothing: "Nothing counts yet.",
    what: "What counts",
    evidence: "Evidence",
    when: "Date",
    points: "Points",
    sum: "Sum",
  },
  readiness: {
    title: "Readiness",
    item: "Item",
    state: "State",
    hint: "Hint",
    required: "required",
    optional: "optional",
    states: { confirmed: "Confirmed", unknown: "Unknown", negative: "Negative" },
  },
  committee: {
    completeness: "Completeness",
    role: "Role",
    state: "State",
    people: "People",
    nobody: "Nobody yet",
    next: "Next contact",
  },
  trail: {
    title: "Trail: every decision",
    decided: (moment: string, playbook: string) => `Decided ${moment} by the playbook ${playbook}.`,
    changes: (moment: string) => `Changes by itself ${moment}, if nothing new comes.`,
    playbook: (name: string, version: string) => `${name}, version ${version}`,
  },
};

export type CardTexts = typeof en;
export const cardTexts: Dictionary<CardTexts> = { en };
