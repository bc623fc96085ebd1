import type { Subject } from "../facts/contact-facts.ts";
import type { Clause, Condition } from "./criterion.ts";

/** A clause as a person would say it: "Organization type is hospital or payer". */
export function clauseInWords(clause: Clause, labelOf: (subject: Subject) => string): string {
  if ("all" in clause) return group(clause.all, "and", labelOf);
  if ("any" in clause) return group(clause.any, "or", labelOf);
  return `${labelOf(clause.fact)} ${conditionInWords(clause.condition)}`;
}

function group(
  clauses: readonly Clause[],
  joint: "and" | "or",
  labelOf: (subject: Subject) => string,
): string {
  if (clauses.length === 0) return joint === "and" ? "anything" : "nothing";
  return clauses
    .map((each) => {
      const words = clauseInWords(each, labelOf);
      return "fact" in each || clauses.length === 1 ? words : `(${words})`;
    })
    .join(` ${joint} `);
}

function conditionInWords(condition: Condition): string {
  switch (condition.operator) {
    case "EQ":
      return `is ${condition.value}`;
    case "NEQ":
      return `is not ${condition.value}`;
    case "IN":
      return `is ${condition.values.join(" or ")}`;
    case "NOT_IN":
      return `is neither ${condition.values.join(" nor ")}`;
    case "GT":
      return `is more than ${condition.value}`;
    case "GTE":
      return `is ${condition.value} or more`;
    case "LT":
      return `is less than ${condition.value}`;
    case "LTE":
      return `is ${condition.value} or less`;
    case "BETWEEN":
      return `is ${condition.low} to ${condition.high}`;
    case "CONTAINS_TOKEN":
      return `contains “${condition.value}”`;
    case "NOT_CONTAINS_TOKEN":
      return `does not contain “${condition.value}”`;
    case "HAS_PROPERTY":
      return "is known";
    case "NOT_HAS_PROPERTY":
      return "is empty";
  }
}
