import type { FactId } from "../facts/contact-facts.ts";

/** HubSpot's own filter operators, over one fact. */
export type Condition =
  | { readonly operator: "EQ" | "NEQ"; readonly value: string | number }
  | { readonly operator: "IN" | "NOT_IN"; readonly values: readonly string[] }
  | { readonly operator: "GT" | "GTE" | "LT" | "LTE"; readonly value: number }
  | { readonly operator: "BETWEEN"; readonly low: number; readonly high: number }
  | { readonly operator: "CONTAINS_TOKEN"; readonly value: string }
  | { readonly operator: "HAS_PROPERTY" };

/** One named test over a fact. Points are whole and may be negative. */
export type Criterion = {
  readonly id: string;
  readonly label: string;
  readonly fact: FactId;
  readonly condition: Condition;
  readonly points: number;
};
