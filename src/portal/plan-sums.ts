import { type Criterion, type Test, testsOf } from "../criteria/criterion.ts";
import { judge, judgeTest, type Judgement } from "../criteria/judge.ts";
import { type Part, type Plan, type PlannedSubject, stateOf } from "../criteria/plan.ts";
import type { FactValue } from "../facts/contact-facts.ts";
import { type Fact, known, unknown } from "../facts/fact.ts";
import type { Entry } from "./fact-column.ts";
import type { Codes } from "./growing-codes.ts";
import type { PortalColumns } from "./portal-columns.ts";

/** Adds what a plan's criteria give to `low` and `high`, whose first place is contact `from`. */
export type AddSums = (from: number, low: Int32Array, high: Int32Array) => void;

/**
 * A plan over columns: what depends on a value is worked out once for each that occurs, and by
 * contact only looked up. `confirmed`: what was inferred counts as unknown.
 */
export function sumsOf(plan: Plan, columns: PortalColumns, facts: "all" | "confirmed"): AddSums {
  const factOf = facts === "all" ? asFact : asConfirmed;
  const adders = plan.map((part) =>
    part.table === null ? judged(part, columns, factOf) : lookedUp(part, columns, factOf),
  );
  return (from, low, high) => {
    for (const add of adders) add(from, low, high);
  };
}

type FactOfEntry = (entry: Entry) => Fact<FactValue>;

/** Entry of the part's table by contact: Σ over its subjects of state × stride. */
function lookedUp({ subjects, table }: Part, columns: PortalColumns, factOf: FactOfEntry): AddSums {
  if (table === null) throw new Error("A part without a table is judged.");
  const steps = subjects.flatMap((planned, i) => {
    const column = columns.facts.get(planned.subject);
    const stride = table.strides[i] ?? 0;
    if (column === undefined) return [];
    return [{ codes: column.codes, states: statesOf(planned, column.entries, stride, factOf) }];
  });
  return (from, low, high) => {
    const places = new Int32Array(low.length);
    for (const { codes, states } of steps) addStates(places, { codes, states, from });
    addBounds(places, table.low, low);
    addBounds(places, table.high, high);
  };
}

function addStates(
  places: Int32Array,
  column: { readonly codes: Codes; readonly states: Int32Array; readonly from: number },
): void {
  const { codes, states, from } = column;
  for (let i = 0; i < places.length; i += 1)
    places[i] = (places[i] ?? 0) + (states[codes[from + i] ?? 0] ?? 0);
}

function addBounds(places: Int32Array, bounds: Int32Array, sums: Int32Array): void {
  for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (bounds[places[i] ?? 0] ?? 0);
}

/** By code, the state of the subject times its stride. */
function statesOf(
  planned: PlannedSubject,
  entries: readonly Entry[],
  stride: number,
  factOf: FactOfEntry,
): Int32Array {
  const facts = [undefined, unknown, ...entries.map(factOf)];
  return Int32Array.from(facts, (fact) => stateOf(planned, fact) * stride);
}

/** Criteria with too much to count out, by contact: tests are judged by value, clauses by contact. */
function judged({ criteria }: Part, columns: PortalColumns, factOf: FactOfEntry): AddSums {
  const byTest = new Map<Test, { readonly codes: Codes; readonly judgements: Judgement[] }>();
  for (const test of criteria.flatMap((each) => testsOf(each))) {
    const column = columns.facts.get(test.fact);
    if (column === undefined) continue;
    const facts = [undefined, unknown, ...column.entries.map(factOf)];
    const judgements = facts.map((fact) => judgeTest(test, () => fact));
    byTest.set(test, { codes: column.codes, judgements });
  }
  const judgeAt = (criterion: Criterion, contact: number) =>
    judge(criterion, (test) => {
      const column = byTest.get(test);
      return (column && column.judgements[column.codes[contact] ?? 0]) ?? "unknown";
    });
  return (from, low, high) => {
    for (const criterion of criteria) {
      const { points } = criterion;
      for (let i = 0; i < low.length; i += 1) {
        const judgement = judgeAt(criterion, from + i);
        if (judgement === "unmet") continue;
        const isMet = judgement === "met";
        low[i] = (low[i] ?? 0) + (isMet ? points : Math.min(0, points));
        high[i] = (high[i] ?? 0) + (isMet ? points : Math.max(0, points));
      }
    }
  };
}

function asFact({ value }: Entry): Fact<FactValue> {
  return known(value, nobodyLooks);
}

function asConfirmed(entry: Entry): Fact<FactValue> {
  return entry.isInferred ? unknown : asFact(entry);
}

const nobodyLooks = { property: "", text: "", certainty: "stated" } as const;
