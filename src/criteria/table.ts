import type { Subject } from "../facts/contact-facts.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import { type Condition, type Criterion, type Test, testsOf } from "./criterion.ts";
import { judge, type Judgement, whenEmpty } from "./judge.ts";
import type { Gain } from "./gains.ts";
import type { PlannedSubject } from "./plan.ts";

/**
 * For everything that may be known of a part's subjects: the fewest and most points its criteria can
 * give, and which of them are met for sure. The entry is found at Σ state × stride.
 */
export type Table = {
  readonly strides: readonly number[];
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly met: readonly (readonly Criterion[])[];
  /** What has been said of an entry before; filled as entries occur. */
  readonly explained: Explained[];
};

/** A criterion that is met, and the subjects that prove it. */
export type Line = { readonly criterion: Criterion; readonly subjects: readonly Subject[] };
/** What an entry says: the same for everybody of whom the same is known. */
export type Explained = { readonly lines: readonly Line[]; readonly gains: readonly Gain[] };

/** What becomes of each condition, in the order of the subject's conditions. */
type Outcome = readonly Judgement[];
/** A subject's states, and the complete outcomes that each of them may turn out to be. */
type Axis = {
  readonly states: readonly Outcome[];
  readonly ends: readonly Outcome[];
  /** By state, indices of `ends`. */
  readonly mayBe: readonly (readonly number[])[];
};

/** Counts out every state of the subjects. */
export function fillTable(
  subjects: readonly PlannedSubject[],
  criteria: readonly Criterion[],
): Table {
  const axes = subjects.map(axisOf);
  const places = placesOf(subjects, criteria);
  const judged = (criterion: Criterion, outcomes: readonly Outcome[]) =>
    judge(criterion, (test) => {
      const place = places.get(test);
      return (place && outcomes[place.subject]?.[place.condition]) ?? "unknown";
    });
  const totals = Int32Array.from(combinations(axes.map(({ ends }) => ends)), (outcomes) =>
    criteria
      .filter((each) => judged(each, outcomes) === "met")
      .reduce((sum, { points }) => sum + points, 0),
  );
  return {
    strides: stridesOf(subjects.map(({ states }) => states)),
    low: reduced(totals, axes, Math.min),
    high: reduced(totals, axes, Math.max),
    met: combinations(axes.map(({ states }) => states)).map((outcomes) =>
      criteria.filter((each) => judged(each, outcomes) === "met"),
    ),
    explained: [],
  };
}

function axisOf({ subject, conditions, classes }: PlannedSubject): Axis {
  const values = classes.outcomes.map((outcome) => outcome.map(judgementOf));
  const blank: Outcome = conditions.map(() => "unknown");
  const isPresenceTested = conditions.some((each) => whenEmpty(each) !== "unknown");
  // Where it counts whether there is a value, there may be none for ever.
  const empty = isPresenceTested ? values.map((outcome) => withEmpty(conditions, outcome)) : [];
  const ends = [...values, ...empty];
  const all = ends.map((_, i) => i);
  const known = values.map((_, i) => [i]);
  if (!isPropertyName(subject))
    return { states: [blank, blank, ...values], ends, mayBe: [all, all, ...known] };
  // That a field is empty is known of the record; what else is tested of it is as open as its value.
  const fromEmpty = isPresenceTested ? all.slice(values.length) : all;
  const whenRead = withEmpty(conditions, blank);
  return { states: [blank, whenRead, ...values], ends, mayBe: [all, fromEmpty, ...known] };
}

function withEmpty(conditions: readonly Condition[], outcome: Outcome): Outcome {
  return conditions.map((each, i) => {
    const judgement = whenEmpty(each);
    return judgement === "unknown" ? (outcome[i] ?? judgement) : judgement;
  });
}

/** Takes one subject after the other from complete outcomes to the best or worst of each state. */
function reduced(
  totals: Int32Array,
  axes: readonly Axis[],
  better: (a: number, b: number) => number,
): Int32Array {
  let current = totals;
  let inner = 1;
  for (const { ends, mayBe } of axes) {
    const outer = current.length / (inner * ends.length);
    const next = new Int32Array(inner * mayBe.length * outer);
    for (let at = 0; at < next.length; at += 1) {
      const within = at % inner;
      const state = Math.floor(at / inner) % mayBe.length;
      const block = Math.floor(at / (inner * mayBe.length)) * ends.length;
      let best: number | null = null;
      for (const end of mayBe[state] ?? []) {
        const total = current[within + inner * (end + block)] ?? 0;
        best = best === null ? total : better(best, total);
      }
      next[at] = best ?? 0;
    }
    current = next;
    inner *= mayBe.length;
  }
  return current;
}

function placesOf(subjects: readonly PlannedSubject[], criteria: readonly Criterion[]) {
  const places = new Map<Test, { readonly subject: number; readonly condition: number }>();
  for (const test of criteria.flatMap((each) => testsOf(each))) {
    const subject = subjects.findIndex((each) => each.subject === test.fact);
    const key = JSON.stringify(test.condition);
    const conditions = subjects[subject]?.conditions ?? [];
    const condition = conditions.findIndex((each) => JSON.stringify(each) === key);
    places.set(test, { subject, condition });
  }
  return places;
}

/** Every choice of one of each list; the first list's choice changes fastest. */
function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (before, list) => list.flatMap((each) => before.map((chosen) => [...chosen, each])),
    [[]],
  );
}

function stridesOf(sizes: readonly number[]): readonly number[] {
  return sizes.map((_, i) => sizes.slice(0, i).reduce((product, size) => product * size, 1));
}

function judgementOf(isMet: boolean): Judgement {
  return isMet ? "met" : "unmet";
}
