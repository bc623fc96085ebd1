import type { Readiness } from "../decision.ts";
import { itemForm } from "./answer-form.ts";
import type { ReadinessView } from "./card-view.ts";

/** What sales has confirmed of what SQL asks for, and what that could come to. */
export function readinessView(readiness: Readiness): ReadinessView {
  const required = readiness.lines.filter((line) => line.required);
  const refused = required.filter(({ state }) => state === "negative").length;
  const open = required.length - refused;
  return {
    score: readiness.score,
    upper: required.length === 0 ? 100 : Math.round((100 * open) / required.length),
    sentence: readinessSentence(readiness),
    lines: readiness.lines.map(({ caveat, hint, ...line }) => {
      return { ...line, hint: caveat ?? hint, answer: itemForm(line.id) };
    }),
  };
}

export function readinessSentence({ lines, complete }: Readiness): string {
  const required = lines.filter((line) => line.required);
  const confirmed = required.filter(({ state }) => state === "confirmed").length;
  if (complete) return `All ${required.length} required items are confirmed.`;
  return `${confirmed} of ${required.length} required items are confirmed.`;
}
