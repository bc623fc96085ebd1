import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { draftView } from "../../src/view/draft.ts";
import { settingsView } from "../../src/view/settings.ts";
import { settingsChoices } from "../../src/view/settings-choices.ts";
import type { SettingsAnswer, WhatIfView } from "../../src/view/settings-view.ts";
import { now } from "../src/verdict/build-facts.ts";

const everything = {
  edit: true,
  approve: { marketing: true, sales: true },
  publish: true,
  pause: true,
  disconnect: true,
  fix: true,
};

/** What the server answers an admin about the standard playbook; with a draft where one is given. */
export function settingsAnswer(
  draft: Playbook | null = null,
  overrides: Partial<SettingsAnswer> = {},
): SettingsAnswer {
  const playbook = hybridPlaybook;
  const known = { properties: null, pushed: new Set<string>(), calculated: new Set<string>() };
  const kept = draft && {
    document: draft,
    revision: 3,
    basedOn: 1,
    by: "mara@vendor.example",
    at: now,
    approvals: [],
  };
  return {
    mode: "active",
    userId: "1",
    may: everything,
    inForce: {
      ...settingsView({ playbook, mode: "active", problems: [], approvals: [] }),
      document: playbook,
      isAgreed: true,
    },
    draft: kept && draftView(kept, playbook, known),
    draftRevision: kept ? 3 : 0,
    backfill: null,
    contactsByStatus: { mql: 12, nurture: 30 },
    choices: settingsChoices,
    ...overrides,
  };
}

/** A finished count in which one contact falls back. */
export const whatIf: WhatIfView = {
  id: "w",
  revision: 3,
  kind: "done",
  counted: 42,
  total: 42,
  before: { mql: 12, nurture: 30 },
  after: { mql: 11, nurture: 31 },
  passing: 11,
  moves: [{ from: "mql", to: "nurture", count: 1 }],
  flipped: 1,
  flips: [
    { contactId: "7", name: "Dana Whitfield", from: "mql", to: "nurture", reason: "Fit is 55." },
  ],
  unread: [],
};
