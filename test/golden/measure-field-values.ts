import { readFileSync } from "node:fs";
import { type FieldId, fieldIds } from "../../src/fields/governed-fields.ts";
import { judgeValue } from "../../src/fields/judge-value.ts";
import type { PlantedValue } from "./planted-field-values.ts";

export type FieldMeasure = {
  readonly values: number;
  /** Values that are not written as agreed. */
  readonly problems: number;
  readonly certain: number;
  /** Right ones among the certain rewrites. */
  readonly precision: number;
  /** Problems that are rewritten or proposed rightly, or, where nothing sure is meant, left alone. */
  readonly recall: number;
  readonly wrong: readonly (PlantedValue & { readonly read: string })[];
  readonly missed: readonly PlantedValue[];
};

const words = { synonyms: {}, vocabulary: {} };

/** Judges every value, and counts occurrences: a spelling that is common weighs more. */
export function measureFieldValues(planted: readonly PlantedValue[]): FieldMeasure {
  const judged = planted.map((value) => ({
    ...value,
    judgement: judgeValue(value.field, value.text, words),
  }));
  const problems = judged.filter(({ judgement }) => judgement.kind !== "canonical");
  const certain = problems.flatMap((each) =>
    each.judgement.kind === "certain" ? [{ ...each, read: each.judgement.value }] : [],
  );
  const wrong = certain.filter(({ truth, read }) => truth !== read);
  const missed = problems.filter(({ truth, judgement }) => {
    if (truth === null) return judgement.kind === "certain";
    return !("value" in judgement) || judgement.value !== truth;
  });
  return {
    values: planted.length,
    problems: problems.length,
    certain: certain.length,
    precision: share(certain.length - wrong.length, certain.length),
    recall: share(problems.length - missed.length, problems.length),
    wrong: wrong.map(({ field, text, truth, read }) => ({ field, text, truth, read })),
    missed: missed.map(({ field, text, truth }) => ({ field, text, truth })),
  };
}

/** Labelled values of one list. Of the held-out one nothing is tuned to a single value. */
export function labelledFieldValues(list: "tuned" | "held-out"): readonly PlantedValue[] {
  const file = new URL(`field-values-${list}.txt`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", text = "", truth = ""] = line.split("|").map((part) => part.trim());
      const field = fieldIds.find((id: FieldId) => id === name);
      if (field === undefined) throw new Error(`No such field: ${name}`);
      return { field, text, truth: truth === "-" ? null : truth };
    });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
