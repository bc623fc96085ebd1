import type { Dimension } from "../decision.ts";
import type { ScoreView, Tone } from "./card-view.ts";

const tones: Readonly<Record<Dimension["outcome"], Tone>> = {
  passes: "success",
  fails: "default",
  undecided: "warning",
};

/** A score with the lines that sum to it. */
export function scoreView(label: string, dimension: Dimension): ScoreView {
  const { lower, upper, minimum, outcome, contributions } = dimension;
  return {
    label,
    score: lower,
    upper,
    minimum,
    tone: tones[outcome],
    sentence: sentence(dimension),
    lines: contributions.map((line) => ({
      label: line.label,
      points: line.points,
      evidence: line.evidence?.text ?? null,
      at: line.at,
    })),
  };
}

function sentence({ lower, upper, minimum, outcome }: Dimension): string {
  const open = upper > lower ? ` Up to ${upper} once everything is known.` : "";
  switch (outcome) {
    case "passes":
      return `${lower} points; ${minimum} are enough.${open}`;
    case "fails":
      return `${lower} points; ${minimum} are needed.${open}`;
    case "undecided":
      return `${lower} points so far; ${minimum} are needed.${open}`;
  }
}
