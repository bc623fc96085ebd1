import type { Subject } from "../facts/contact-facts.ts";

/** HubSpot's own filter operators. A limit written as a date is `YYYY-MM-DD` or an ISO 8601 instant. */
export type Condition =
  | { readonly operator: "EQ" | "NEQ"; readonly value: string | number }
  | { readonly operator: "IN" | "NOT_IN"; readonly values: readonly (string | number)[] }
  | { readonly operator: "GT" | "GTE" | "LT" | "LTE"; readonly value: number | string }
  | {
      readonly operator: "BETWEEN";
      readonly low: number | string;
      readonly high: number | string;
    }
  | { readonly operator: "CONTAINS_TOKEN" | "NOT_CONTAINS_TOKEN"; readonly value: string }
  | { readonly operator: "HAS_PROPERTY" | "NOT_HAS_PROPERTY" };
export type Operator = Condition["operator"];

/** One condition over one subject. */
export type Test = { readonly fact: Subject; readonly condition: Condition };

/** Tests, and groups of them of which all or any must hold. */
export type Clause =
  Test | { readonly all: readonly Clause[] } | { readonly any: readonly Clause[] };

/** A named clause that is worth points: whole ones, negative ones among them. */
export type Criterion = Clause & {
  readonly id: string;
  readonly label: string;
  readonly points: number;
};

/** The tests of a clause, in the order in which they are written. */
export function testsOf(clause: Clause): readonly Test[] {
  if ("all" in clause) return clause.all.flatMap(testsOf);
  if ("any" in clause) return clause.any.flatMap(testsOf);
  return [clause];
}

const subjects = new WeakMap<Clause, readonly Subject[]>();

/** What a clause is about, each subject once. */
export function subjectsOf(clause: Clause): readonly Subject[] {
  const known = subjects.get(clause);
  if (known !== undefined) return known;
  const found = [...new Set(testsOf(clause).map(({ fact }) => fact))];
  subjects.set(clause, found);
  return found;
}
