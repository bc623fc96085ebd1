import type { Contribution } from "../decision.ts";
import type { Subject } from "../facts/contact-facts.ts";
import type { Evidence } from "../facts/fact.ts";
import { type Criterion, subjectsOf, testsOf } from "./criterion.ts";
import { insertLine } from "./insert-line.ts";
import { type FactOf, judge, judgeTest } from "./judge.ts";
import { type Part, type Plan, stateOf } from "./plan.ts";
import type { Table } from "./table.ts";

/** Points of criteria as an interval. */
export type Score = {
  /** Sum to the lower end. */
  readonly contributions: readonly Contribution[];
  readonly upper: number;
  /** Subjects that could move it, and by how much each alone, the most valuable first. */
  readonly unknown: readonly Gain[];
};
type Gain = { readonly subject: Subject; readonly gain: number };

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
    const { met, low, high } = scored;
    let rest = low;
    for (const criterion of met) {
      insertLine(contributions, lineOf(criterion, factOf));
      rest -= criterion.points;
    }
    if (rest !== 0) insertLine(contributions, worstCase(part, rest, { factOf, labelOf }));
    if (low !== high) for (const gain of gainsOf(part, scored, factOf)) unknown.push(gain);
    upper += high;
  }
  if (unknown.length > 1) unknown.sort((a, b) => b.gain - a.gain);
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

function gainsOf(part: Part, { entry }: PartScore, factOf: FactOf): readonly Gain[] {
  return part.table === null ? gainsAlone(part, factOf) : gainsAt(entry, part, part.table);
}

/** What each unknown subject alone could move: the end that a value of it would reach at most. */
function gainsAt(entry: number, { subjects }: Part, table: Table): readonly Gain[] {
  const gains: Gain[] = [];
  for (const [i, { subject, states }] of subjects.entries()) {
    const stride = table.strides[i] ?? 1;
    const state = Math.floor(entry / stride) % states;
    if (state >= 2) continue;
    let leastHigh = table.high[entry] ?? 0;
    let mostLow = table.low[entry] ?? 0;
    const [high, low] = [leastHigh, mostLow];
    for (let other = 2; other < states; other += 1) {
      const at = entry + (other - state) * stride;
      leastHigh = Math.min(leastHigh, table.high[at] ?? 0);
      mostLow = Math.max(mostLow, table.low[at] ?? 0);
    }
    const gain = Math.max(high - leastHigh, mostLow - low);
    if (gain > 0) gains.push({ subject, gain });
  }
  return gains;
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

function gainsAlone({ criteria }: Part, factOf: FactOf): readonly Gain[] {
  const gains: Gain[] = [];
  for (const criterion of criteria) {
    if (judge(criterion, (test) => judgeTest(test, factOf)) !== "unknown") continue;
    for (const subject of subjectsOf(criterion))
      if (factOf(subject)?.kind !== "known")
        gains.push({ subject, gain: Math.abs(criterion.points) });
  }
  return gains;
}

function lineOf(criterion: Criterion, factOf: FactOf): Contribution {
  const { id, label, points } = criterion;
  return { id, label, points, evidence: evidenceFor(criterion, factOf), at: null };
}

/** What the tests that are met rest on; a conclusion is as certain as its least certain part. */
function evidenceFor(criterion: Criterion, factOf: FactOf): Evidence | null {
  if ("fact" in criterion) return evidenceOf(criterion.fact, factOf);
  const met = testsOf(criterion).filter((test) => judgeTest(test, factOf) === "met");
  const subjects = subjectsOf(criterion).filter((each) => met.some(({ fact }) => fact === each));
  const seen = subjects.map((each) => evidenceOf(each, factOf)).filter((each) => each !== null);
  const [first] = seen;
  if (first === undefined) return null;
  const certainties = seen.map(({ certainty }) => certainty);
  const certainty =
    (["inferred", "normalised"] as const).find((each) => certainties.includes(each)) ?? "stated";
  return { property: first.property, text: seen.map(({ text }) => text).join("; "), certainty };
}

function evidenceOf(subject: Subject, factOf: FactOf): Evidence | null {
  const fact = factOf(subject);
  return fact?.kind === "known" ? fact.evidence : null;
}

/** What the unknown might cost, so that the lines still sum to the score. */
function worstCase(
  part: Part,
  points: number,
  known: { readonly factOf: FactOf; readonly labelOf: (subject: Subject) => string },
): Contribution {
  const { factOf, labelOf } = known;
  const subjects =
    part.table === null ? part.criteria.flatMap(subjectsOf) : part.subjects.map((s) => s.subject);
  const open = subjects.filter((each) => factOf(each)?.kind !== "known");
  const isOne = open.length < 2;
  const label = `${open.map(labelOf).join(" and ")} ${isOne ? "is" : "are"} not known`;
  return { id: `unknown_${open.join("_")}`, label, points, evidence: null, at: null };
}
