import type { Clause } from "../../../src/criteria/criterion.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Offer, Playbook, RoleRequirement } from "../../../src/playbook/playbook.ts";

/** The hybrid playbook with one criterion more, of no weight to the sum. */
export function asking(clause: Clause, points = 0): Playbook {
  const [first, ...rest] = hybrid.fit.criteria;
  if (first === undefined) throw new Error("The hybrid playbook has criteria.");
  const more = { ...clause, id: "more", label: "More", points };
  return { ...hybrid, fit: { ...hybrid.fit, criteria: [more, first, ...rest] } };
}

export function offering(change: Partial<Offer>, id = "demo"): Playbook {
  const offers = hybrid.offers.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...hybrid, offers };
}

export function requiring(change: Partial<RoleRequirement>): Playbook {
  const [first, ...rest] = hybrid.committee.templates;
  const [role, ...others] = first?.atSql ?? [];
  if (first === undefined || role === undefined) throw new Error("There is a first requirement.");
  const templates = [{ ...first, atSql: [{ ...role, ...change }, ...others] }, ...rest];
  return { ...hybrid, committee: { ...hybrid.committee, templates } };
}

const demo = { points: 40, halfLifeDays: 30, cap: 60 };
export const signalled = (change: Partial<typeof demo>): Playbook => {
  const signals = { ...hybrid.intent.signals, demo_request: { ...demo, ...change } };
  return { ...hybrid, intent: { ...hybrid.intent, signals } };
};
export const calendar = (change: Partial<Playbook["handoff"]["calendar"]>): Playbook => ({
  ...hybrid,
  handoff: { ...hybrid.handoff, calendar: { ...hybrid.handoff.calendar, ...change } },
});
export const [firstTemplate] = hybrid.committee.templates;
export const templates = (list: Playbook["committee"]["templates"]): Playbook => ({
  ...hybrid,
  committee: { ...hybrid.committee, templates: list },
});
export const demoAt = hybrid.offers.findIndex(({ id }) => id === "demo");
export const hours = (count: number) => ({ kind: "hours", hours: count }) as const;
