import { tokensOf } from "../../facts/phrases.ts";
import { type SignalKind, signalLabels } from "../../facts/signal.ts";
import type { Clock, Duration, Offer, Playbook, Stage } from "../playbook.ts";
import { checkWorth } from "./check-scores.ts";
import { duplicateIds, error, type Path, type Problem, warning } from "./problem.ts";

/** Stages at which each kind of signal can be asked for; those that no form gives may be anywhere. */
const stagesOf: Readonly<Record<SignalKind, readonly Stage[]>> = {
  demo_request: ["decision"],
  pricing_request: ["decision"],
  consultation: ["decision"],
  contact_form: ["consideration", "decision"],
  technical_question: ["consideration", "decision"],
  email_reply: ["awareness", "consideration", "decision"],
  webinar_attended: ["awareness", "consideration"],
  webinar_registered: ["awareness", "consideration"],
  guide_download: ["awareness", "consideration", "decision"],
  proof_opened: ["consideration", "decision"],
  repeat_visit: ["awareness", "consideration", "decision"],
};
/** Calls to action that ask for somebody. */
const asking: readonly SignalKind[] = ["demo_request", "pricing_request", "consultation"];

/** Problems of what people can ask for and respond to. */
export function checkOffers({ offers }: Playbook): readonly Problem[] {
  return [
    ...duplicateIds(offers, ["offers"]),
    ...offers.flatMap((offer, i) => checkOffer(offer, ["offers", i])),
    ...checkOverlaps(offers),
  ];
}

function checkOffer(offer: Offer, path: Path): readonly Problem[] {
  const { label, stage, signal, match, forms, worth } = offer;
  const stages = stagesOf[signal];
  const problems: Problem[] = [
    ...checkClock(offer.clock, [...path, "clock"], `The offer “${label}”`),
    ...(worth === null ? [] : checkWorth(worth, [...path, "worth"])),
  ];
  if (!stages.includes(stage))
    problems.push(
      error(
        [...path, "stage"],
        `“${signalLabels[signal]}” is no call to action of the ${stage} stage.`,
        `Set the stage to ${stages.join(" or ")}, or choose another signal.`,
      ),
    );
  if (asking.includes(signal) && offer.route === "nurture")
    problems.push(
      warning(
        [...path, "route"],
        `Whoever asks for “${label}” waits on a nurture track.`,
        "Route it to sales.",
      ),
    );
  if (match.length === 0 && forms.length === 0)
    problems.push(
      warning(
        path,
        `No form or campaign belongs to “${label}”.`,
        "Name its forms, or words of their names.",
      ),
    );
  return [...problems, ...match.flatMap((words, i) => checkWords(words, [...path, "match", i]))];
}

function checkWords(words: readonly string[], path: Path): readonly Problem[] {
  if (keyOf(words) !== "") return [];
  return [error(path, "It names no word.", "Add a word of the form's name, or remove it.")];
}

/** Two offers for one form or for the same words: only the first would ever be seen. */
function checkOverlaps(offers: readonly Offer[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Offer>();
  for (const [i, offer] of offers.entries()) {
    const claims = [
      ...offer.forms.map((form, at) => ({
        key: `form ${form.trim().toLowerCase()}`,
        name: form,
        path: ["forms", at],
      })),
      ...offer.match.map((words, at) => ({
        key: `words ${keyOf(words)}`,
        name: words.join(" "),
        path: ["match", at],
      })),
    ];
    for (const { key, name, path } of claims) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, offer);
      else if (first !== offer && key !== "words ")
        problems.push(
          error(
            ["offers", i, ...path],
            `“${name}” belongs to “${first.label}” already.`,
            "Remove it from one of the two offers, or add a word that tells them apart.",
          ),
        );
    }
  }
  return problems;
}

function keyOf(words: readonly string[]): string {
  return [...new Set(tokensOf(words.join(" ")).map(({ word }) => word))].toSorted().join(" ");
}

/** A clock runs, and its first touch comes before its decision. */
export function checkClock(clock: Clock, path: Path, owner: string): readonly Problem[] {
  const missing = (["firstTouch", "decision"] as const).filter((key) => !(hoursOf(clock[key]) > 0));
  if (missing.length > 0)
    return missing.map((key) =>
      error(
        [...path, key],
        `${owner} has no clock for its ${key === "decision" ? "decision" : "first touch"}.`,
        "Set hours or working days above 0.",
      ),
    );
  if (hoursOf(clock.firstTouch) <= hoursOf(clock.decision)) return [];
  return [
    error(
      path,
      `${owner} has to be decided before it is first touched.`,
      "Give the decision more time than the first touch.",
    ),
  ];
}

/** Working hours; a working day counts as eight. */
function hoursOf(duration: Duration): number {
  return duration.kind === "hours" ? duration.hours : duration.days * 8;
}
