import type { Contribution } from "../decision.ts";
import type { Subject } from "../facts/contact-facts.ts";
import type { Criterion } from "./criterion.ts";
import { evidenceOf, provingSubjects } from "./evidence.ts";
import { type Gain, gainsAlone, gainsAt, insertGain } from "./gains.ts";
import { insertLine } from "./insert-line.ts";
import { type FactOf, judge, judgeTest } from "./judge.ts";
import { type Part, type Plan, stateOf } from "./plan.ts";
import type { Explained, Line } from "./table.ts";

/** Points of criteria as an interval. */
export type Score = {
  /** Sum to the lower end. */
  readonly contributions: readonly Contribution[];
  readonly upper: number;
  /** Subjects that could move it, and by how much each alone, the most valuable first. */
  readonly unknown: readonly Gain[];
};

/** What the criteria of a plan give, as far as it is known, and the lines that explain it. */
export function scorePlan(
  plan: Plan,
  factOf: FactOf,
  labelOf: (subject: Subject) => string,
): Score {
  const contributions: Contribution[] = [];
  const unknown: Gain[] = [];
  let upper = 0;
  for (const part of plan) {
    const scored = scorePart(part, factOf);
    const { lines, gains } = explain(part, scored, factOf);
    let rest = scored.low;
    for (const line of lines) {
      insertLine(contributions, lineOf(line, factOf));
      rest -= line.criterion.points;
    }
    if (rest !== 0) insertLine(contributions, worstCase(part, rest, { factOf, labelOf }));
    for (const gain of gains) insertGain(unknown, gain);
    upper += scored.high;
  }
  return { contributions, upper, unknown };
}

/** The ends of what a plan's criteria give, without the lines that explain them. */
export function boundsOf(
  plan: Plan,
  factOf: FactOf,
): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const part of plan) {
    const scored = scorePart(part, factOf);
    low += scored.low;
    high += scored.high;
  }
  return { low, high };
}

type PartScore = {
  readonly met: readonly Criterion[];
  readonly low: number;
  readonly high: number;
  /** Where it stands in the part's table, if that has one. */
  readonly entry: number;
};

function scorePart(part: Part, factOf: FactOf): PartScore {
  const { table, subjects } = part;
  if (table === null) return judgeAlone(part, factOf);
  let entry = 0;
  for (let i = 0; i < subjects.length; i += 1) {
    const planned = subjects[i];
    if (planned === undefined) continue;
    entry += stateOf(planned, factOf(planned.subject)) * (table.strides[i] ?? 0);
  }
  return {
    met: table.met[entry] ?? [],
    low: table.low[entry] ?? 0,
    high: table.high[entry] ?? 0,
    entry,
  };
}

/** One criterion with too much to count out: met, unmet or open. */
function judgeAlone({ criteria }: Part, factOf: FactOf): PartScore {
  const met: Criterion[] = [];
  let low = 0;
  let high = 0;
  for (const criterion of criteria) {
    const { points } = criterion;
    const judgement = judge(criterion, (test) => judgeTest(test, factOf));
    if (judgement === "met") met.push(criterion);
    low += judgement === "met" ? points : judgement === "unknown" ? Math.min(0, points) : 0;
    high += judgement === "met" ? points : judgement === "unknown" ? Math.max(0, points) : 0;
  }
  return { met, low, high, entry: 0 };
}

/** What an entry of a table says is the same whenever it occurs, so it is worked out once. */
function explain(part: Part, scored: Pick<PartScore, "entry" | "met">, factOf: FactOf): Explained {
  const { table } = part;
  if (table === null)
    return { lines: linesOf(scored.met, factOf), gains: gainsAlone(part, factOf) };
  const known = table.explained[scored.entry];
  if (known !== undefined) return known;
  const found = { lines: linesOf(scored.met, factOf), gains: gainsAt(scored.entry, part, table) };
  table.explained[scored.entry] = found;
  return found;
}

function linesOf(met: readonly Criterion[], factOf: FactOf): readonly Line[] {
  return met.map((criterion) => ({ criterion, subjects: provingSubjects(criterion, factOf) }));
}

function lineOf({ criterion, subjects }: Line, factOf: FactOf): Contribution {
  const { id, label, points } = criterion;
  return { id, label, points, evidence: evidenceOf(subjects, factOf), at: null };
}

/** What the unknown might cost, so that the lines still sum to the score. */
function worstCase(
  part: Part,
  points: number,
  known: { readonly factOf: FactOf; readonly labelOf: (subject: Subject) => string },
): Contribution {
  const { factOf, labelOf } = known;
  const open = part.about.filter((each) => factOf(each)?.kind !== "known");
  const isOne = open.length < 2;
  const label = `${open.map(labelOf).join(" and ")} ${isOne ? "is" : "are"} not known`;
  return { id: `unknown_${open.join("_")}`, label, points, evidence: null, at: null };
}
