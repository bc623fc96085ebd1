import { subjectsOf } from "../criteria/criterion.ts";
import type { FactId, Subject } from "../facts/contact-facts.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { Playbook } from "./playbook.ts";
import { labelsOf } from "./subject-labels.ts";

/**
 * How a change reaches a decision: HubSpot tells us (`pushed`), or a look at what was modified finds it
 * (`swept`, once a minute). Calculated values may not show as a modification; the nightly listing
 * finds them (`listed`).
 */
export type Arrival = "pushed" | "swept" | "listed";
export type Lateness = {
  readonly criterionId: string;
  readonly dimension: "fit" | "intent";
  /** The slowest of what the criterion rests on. */
  readonly arrival: Arrival;
  /** For a marketer. */
  readonly sentence: string;
};

const order: readonly Arrival[] = ["pushed", "swept", "listed"];
const delays: Readonly<Record<Arrival, string>> = {
  pushed: "within seconds",
  swept: "within about two minutes",
  listed: "by the next night",
};

/**
 * How late each criterion can be. `pushed` are the properties whose changes HubSpot tells the app of,
 * `calculated` those that HubSpot itself computes; both as `contact.<name>` or `company.<name>`.
 */
export function howLate(
  playbook: Playbook,
  known: { readonly pushed: ReadonlySet<string>; readonly calculated: ReadonlySet<string> },
): readonly Lateness[] {
  const labelOf = labelsOf(playbook);
  const arrivalOf = (subject: Subject): Arrival =>
    slowest(
      sourcesOf(subject, playbook).map((name) => {
        if (known.pushed.has(name)) return "pushed";
        return known.calculated.has(name) ? "listed" : "swept";
      }),
    );
  return (["fit", "intent"] as const).flatMap((dimension) =>
    playbook[dimension].criteria.map((criterion): Lateness => {
      const subjects = subjectsOf(criterion);
      const arrival = slowest(subjects.map(arrivalOf));
      const cause = subjects.filter((each) => arrivalOf(each) === arrival).map(labelOf);
      const sentence = `“${criterion.label}” follows a change of ${cause.join(", ")} ${delays[arrival]}.`;
      return { criterionId: criterion.id, dimension, arrival, sentence };
    }),
  );
}

function sourcesOf(subject: Subject, { factSources }: Playbook): readonly string[] {
  return isPropertyName(subject) ? [subject] : factSources[subject satisfies FactId];
}

function slowest(arrivals: readonly Arrival[]): Arrival {
  return order.findLast((each) => arrivals.includes(each)) ?? "pushed";
}
