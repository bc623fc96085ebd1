import type { Playbook } from "../playbook/playbook.ts";
import type { AuditedType, FieldPlace, Finding, Spelling } from "./audit.ts";
import { type FieldId, fieldIds, governedFields, sourcesOfField } from "./governed-fields.ts";
import { fieldLabel, judgeValue } from "./judge-value.ts";
import { factLabels } from "../explain/fact-labels.ts";

export type Place = {
  readonly field: FieldId;
  readonly objectType: AuditedType;
  readonly property: string;
  readonly isTarget: boolean;
};
type Counted = {
  readonly text: string;
  readonly records: number;
  readonly examples: readonly string[];
};

/** Everywhere a governed field is written, as far as the playbook reads it. */
export function placesOfFields(playbook: Pick<Playbook, "factSources">): readonly Place[] {
  return fieldIds.flatMap((field) => {
    const { targets } = governedFields[field];
    const names = [...targets, ...sourcesOfField(playbook, field)];
    return names.map((name): Place => {
      const [type = "", property = ""] = name.split(".");
      return {
        field,
        objectType: type === "company" ? "companies" : "contacts",
        property,
        isTarget: targets.some((target) => target === name),
      };
    });
  });
}

/** How the values of one place are written: in numbers, one by one, and what is wrong with them. */
export function auditPlace(
  place: Place,
  values: readonly Counted[],
  at: { readonly records: number; readonly playbook: Playbook },
): {
  readonly place: FieldPlace;
  readonly spellings: readonly Spelling[];
  /** Findings without their effect, and the values that they are about. */
  readonly findings: readonly {
    readonly finding: Finding;
    readonly texts: readonly string[];
  }[];
} {
  const { field, objectType, property } = place;
  const judged = values.map((each) => ({
    ...each,
    judgement: judgeValue(field, each.text, at.playbook),
  }));
  const of = (...kinds: readonly string[]) =>
    judged.filter(({ judgement }) => kinds.includes(judgement.kind));
  const sum = (list: readonly Counted[]) => list.reduce((total, each) => total + each.records, 0);
  const finding = (
    kind: Finding["kind"],
    list: readonly Counted[],
    told: Pick<Finding, "sentence" | "remedy" | "fix">,
  ) =>
    list.length === 0
      ? []
      : [
          {
            texts: list.map(({ text }) => text),
            finding: {
              kind,
              field,
              objectType,
              property,
              records: sum(list),
              examples: list.flatMap(({ examples }) => examples).slice(0, 5),
              onHold: 0,
              ...told,
            },
          },
        ];
  const label = factLabels[field];
  const [certain, doubtful, strange] = [of("certain"), of("doubtful"), of("unknown")];
  const most = (list: readonly Counted[]) =>
    list
      .slice(0, 3)
      .map(({ text }) => `“${text}”`)
      .join(", ");
  return {
    place: {
      ...place,
      records: at.records,
      filled: sum(judged),
      agreed: sum(of("canonical")),
      understood: sum(of("canonical", "certain")),
      spellings: judged.length,
    },
    spellings: judged.map(({ text, records, judgement }) => ({
      field,
      objectType,
      property,
      text,
      records,
      judgement: named(judgement.kind),
      value: "value" in judgement ? fieldLabel(field, judgement.value, at.playbook) : null,
    })),
    findings: [
      ...finding("certain_spellings", certain, {
        sentence: `${label} is written in ${counted(certain.length, "other way")}, such as ${most(certain)}.`,
        remedy: "Rewrite them as agreed: what they mean is certain.",
        fix: { kind: "rewrite", objectType, field, property },
      }),
      ...finding("doubtful_spellings", doubtful, {
        sentence: `${counted(doubtful.length, "spelling")} of ${label.toLowerCase()} only probably mean something, such as ${most(doubtful)}.`,
        remedy: "Say what each means: the answer holds for every record that has it.",
        fix: null,
      }),
      ...finding("unknown_values", strange, {
        sentence: `${counted(strange.length, "value")} of ${label.toLowerCase()} mean nothing that decisions know, such as ${most(strange)}.`,
        remedy: "Replace them, or make them spellings or values of your own.",
        fix: null,
      }),
    ],
  };
}

function named(kind: string): Spelling["judgement"] {
  if (kind === "canonical") return "agreed";
  return kind === "certain" || kind === "doubtful" ? kind : "unknown";
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
