import type { PortalWords } from "../facts/portal-spellings.ts";
import type { Playbook } from "../playbook/playbook.ts";
import {
  type FieldId,
  fieldIds,
  governedFields,
  sourcesOfField,
  targetOf,
} from "./governed-fields.ts";
import { type FieldJudgement, judgeValue } from "./judge-value.ts";

type Values = Readonly<Record<string, string | null | undefined>>;

/** A record as far as its fields are concerned. */
export type FieldRecord = {
  readonly type: "contact" | "company";
  readonly properties: Values;
  /** What we wrote last, by property. */
  readonly written: Values;
  /** What stood in a property before we rewrote it, by property. */
  readonly raw: Values;
};

/** A value that probably means `value`: somebody has to say so before it is used. */
export type FieldProposal = {
  readonly field: FieldId;
  readonly property: string;
  readonly text: string;
  readonly value: string;
  readonly words: string;
};

export type FieldPlan = {
  /** What our own properties should say; empty where we take back what we said. */
  readonly values: Readonly<Record<string, string>>;
  /** What stands in those of them that are rewritten: it must be kept before they are. */
  readonly raw: Readonly<Record<string, string>>;
  readonly proposals: readonly FieldProposal[];
};

type Step = {
  readonly value: string | null;
  readonly raw: string | null;
  readonly proposals: readonly FieldProposal[];
};

const nothing: Step = { value: null, raw: null, proposals: [] };

/**
 * How a record's fields should be written by what stands on it. Certain readings fill our property,
 * doubtful ones are proposed. What we filled goes when the words it was read from go; what somebody
 * set or cleared after us is theirs and stays.
 */
export function planFields(record: FieldRecord, playbook: Playbook): FieldPlan {
  const values: Record<string, string> = {};
  const raw: Record<string, string> = {};
  const proposals: FieldProposal[] = [];
  for (const field of fieldIds) {
    const target = targetOf(field, record.type);
    const step = planField(record, field, { target, playbook });
    proposals.push(...step.proposals);
    if (target === null || step.value === null) continue;
    values[target] = step.value;
    if (step.raw !== null) raw[target] = step.raw;
  }
  return { values, raw, proposals };
}

function planField(
  record: FieldRecord,
  field: FieldId,
  at: { readonly target: string | null; readonly playbook: Playbook },
): Step {
  const { target, playbook } = at;
  if (target === null) return fromSources(record, field, playbook);
  const present = record.properties[target] ?? "";
  const last = record.written[target] ?? null;
  const raw = record.raw[target] ?? "";
  if (!isOurs(field, present, last)) {
    // Cleared after we had filled it: that too is somebody's word.
    if (present === "") return last ? nothing : fromSources(record, field, playbook);
    return rewrite({ field, property: target, text: present }, last, playbook);
  }
  // We rewrote what stood here: that text is read anew, as a portal's words may have changed.
  if (raw === "") {
    const step = fromSources(record, field, playbook);
    return step.value === null ? { ...step, value: "" } : step;
  }
  const judged = judgeValue(field, raw, playbook);
  return isSure(judged) ? { value: judged.value, raw, proposals: [] } : nothing;
}

/** Whether what stands in our property is what we wrote there. HubSpot may have put options in order. */
export function isOurs(field: FieldId, present: string, last: string | null): boolean {
  if (last === null || present === "") return false;
  if (!governedFields[field].several) return present === last;
  return asSet(present) === asSet(last);
}

function rewrite(
  at: { readonly field: FieldId; readonly property: string; readonly text: string },
  last: string | null,
  words: PortalWords,
): Step {
  const { field, property, text } = at;
  const judged = judgeValue(field, text, words);
  if (judged.kind !== "certain" && judged.kind !== "doubtful") return nothing;
  if (judged.kind === "certain" && last === null)
    return { value: judged.value, raw: text, proposals: [] };
  return {
    ...nothing,
    proposals: [{ field, property, text, value: judged.value, words: judged.words }],
  };
}

/** The first source that is sure decides; doubtful ones before it are not worth a question then. */
function fromSources(record: FieldRecord, field: FieldId, playbook: Playbook): Step {
  const proposals: FieldProposal[] = [];
  for (const source of sourcesOfField(playbook, field)) {
    if (!source.startsWith(`${record.type}.`)) continue;
    const property = source.slice(record.type.length + 1);
    const text = record.properties[property]?.trim() ?? "";
    const judged = judgeValue(field, text, playbook);
    if (isSure(judged)) return { value: judged.value, raw: null, proposals: [] };
    if (judged.kind === "doubtful")
      proposals.push({ field, property, text, value: judged.value, words: judged.words });
  }
  return { ...nothing, proposals };
}

function isSure(
  judged: FieldJudgement,
): judged is Extract<FieldJudgement, { kind: "canonical" | "certain" }> {
  return judged.kind === "canonical" || judged.kind === "certain";
}

function asSet(text: string): string {
  return [...new Set(text.split(";").map((each) => each.trim()))].toSorted().join(";");
}
