import { overrideReasons, overrideStatuses } from "../facts/contact-facts.ts";
import { type ReturnReason, returnReasons, type Status, statuses } from "../decision.ts";
import { missingFactLabels } from "../explain/fact-labels.ts";
import { overrideReasonLabels, returnReasonLabels, statusLabels } from "../explain/labels.ts";
import { snakeCase } from "../explain/questions.ts";
import { signalKinds, signalLabels } from "../facts/signal.ts";
import { roles } from "../facts/vocabulary.ts";
import { committeeTemplates } from "../playbook/committee-templates.ts";
import { checklistLabels } from "../readiness/checklist.ts";
import type { PropertyOption } from "./property-definition.ts";

export const statusOptions = statuses.map((value: Status) => option(value, statusLabels[value]));
export const returnReasonOptions = returnReasons.map((value: ReturnReason) =>
  option(value, returnReasonLabels[value]),
);
export const overrideOptions = overrideStatuses.map((value) => option(value, statusLabels[value]));
export const overrideReasonOptions = overrideReasons.map((value) =>
  option(value, overrideReasonLabels[value]),
);
export const signalOptions = signalKinds.map((value) => option(value, signalLabels[value]));
export const roleOptions = Object.entries(roles).map(([value, { label }]) => option(value, label));
export const confirmationOptions = [
  option("confirmed", "Confirmed"),
  option("unknown", "Unknown"),
  option("negative", "Negative"),
];

/** Everything that `listMissing` may name; `own_property` stands for any of the portal's own. */
export const missingOptions: readonly PropertyOption[] = [
  ...labelled(checklistLabels),
  option("committee", "Buying committee"),
  ...Object.entries(missingFactLabels).map(([id, label]) => option(snakeCase(id), label)),
  option("own_property", "A property of your own"),
  option("fit", "Fit"),
  option("intent", "Interest"),
  option("contactable", "Permission to contact"),
  option("syndication", "Proof for a syndicated lead"),
  option("signals", "Signals"),
  option("return_reason", "Return reason"),
];

/**
 * Requirements of the templates and single roles, which a portal's own template may ask for. HubSpot
 * wants every label once, so one that is taken carries its value.
 */
export const missingRoleOptions: readonly PropertyOption[] = unique([
  ...roleOptions,
  ...committeeTemplates
    .flatMap(({ atSql, later }) => [...atSql, ...later])
    .map(({ id, label }) => option(id, label)),
]);

/** Options of a vocabulary: value → label. */
export function labelled(labels: Readonly<Record<string, string>>): readonly PropertyOption[] {
  return Object.entries(labels).map(([value, label]) => option(value, label));
}

function option(value: string, label: string): PropertyOption {
  return { value, label };
}

function unique(options: readonly PropertyOption[]): readonly PropertyOption[] {
  const byValue = new Map<string, PropertyOption>();
  const labels = new Set<string>();
  for (const { value, label } of options) {
    if (byValue.has(value)) continue;
    const free = labels.has(label) ? `${label} (${value.replaceAll("_", " ")})` : label;
    labels.add(free);
    byValue.set(value, option(value, free));
  }
  return [...byValue.values()];
}
