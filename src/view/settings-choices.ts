import { factDomains } from "../criteria/domains.ts";
import { factLabels } from "../explain/fact-labels.ts";
import { statusLabels } from "../explain/labels.ts";
import { checklistItems } from "../facts/contact-facts.ts";
import { signalKinds, signalLabels } from "../facts/signal.ts";
import { roles, vocabularies, vocabularyIds } from "../facts/vocabulary.ts";
import { presets } from "../playbook/presets.ts";
import { checklistLabels } from "../readiness/checklist.ts";
import type { Choice, FactChoice, SettingsChoices } from "./settings-view.ts";

/** Labels of values that belong to no vocabulary. */
const emailKinds: Readonly<Record<string, string>> = {
  business: "Business address",
  shared: "Shared mailbox",
  "free-mail": "Free-mail address",
  education: "Address of a school or university",
};

/** Everything that a playbook may say, with what people see for it. */
export const settingsChoices: SettingsChoices = {
  facts: Object.entries(factDomains).map(([value, domain]): FactChoice => {
    const values = "values" in domain ? domain.values : [];
    const label = factLabels[value as keyof typeof factLabels];
    const kind = domain.kind === "one" || domain.kind === "some" ? "choice" : domain.kind;
    return {
      value,
      label,
      kind: kind === "count" || kind === "number" ? "number" : kind === "choice" ? kind : "text",
      values: values.map((each) => ({ value: each, label: labelIn(value, each) })),
    };
  }),
  signals: signalKinds.map((value) => ({ value, label: signalLabels[value] })),
  stages: choices({ awareness: "Awareness", consideration: "Consideration", decision: "Decision" }),
  solutions: choices({ software: "Software", device: "Device", service: "Service" }),
  sources: choices({
    own: "Own channel",
    partner: "Partner",
    syndication: "Syndication (bought)",
    outbound: "Outbound",
    import: "Import",
  }),
  checklist: checklistItems.map((value) => ({ value, label: checklistLabels[value] })),
  roles: Object.entries(roles).map(([value, { label }]) => ({ value, label })),
  statuses: choices(statusLabels),
  vocabularies: vocabularyIds.map((value) => ({ value, label: factLabels[value] })),
  presets: Object.values(presets).map(({ preset, name, fit, intent }) => {
    return { value: preset, label: `${name}: fit ${fit.minimum}, intent ${intent.minimum}` };
  }),
};

function labelIn(fact: string, value: string): string {
  if (fact === "role") return roles[value as keyof typeof roles].label;
  if (fact === "email") return emailKinds[value] ?? value;
  const vocabulary = vocabularyIds.find((id) => id === fact);
  return (vocabulary && vocabularies[vocabulary][value]) ?? value;
}

function choices(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
