import { subjectsOf } from "../criteria/criterion.ts";
import type { FactId, Subject } from "../facts/contact-facts.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import { type SignalKind, signalKinds, signalLabels } from "../facts/signal.ts";
import type { Playbook } from "./playbook.ts";
import { readEvery } from "./reading-times.ts";
import { labelsOf } from "./subject-labels.ts";

/**
 * How a change reaches a decision: HubSpot tells us (`pushed`), writes it into the journal that we read
 * (`journaled`), or a look at what was modified finds it (`swept`, once a minute). Calculated values may not show as a modification; the nightly listing
 * finds them (`listed`).
 */
export type Arrival = "pushed" | "journaled" | "swept" | "listed";
export type Lateness = {
  readonly criterionId: string;
  readonly dimension: "fit" | "intent";
  /** The slowest of what the criterion rests on. */
  readonly arrival: Arrival;
  /** For a marketer. */
  readonly sentence: string;
};

const order: readonly Arrival[] = ["pushed", "journaled", "swept", "listed"];
const delays: Readonly<Record<Arrival, string>> = {
  pushed: "within seconds",
  journaled: "within about half a minute",
  swept: "within about two minutes",
  listed: "by the next night",
};

/**
 * How late each criterion can be. `pushed` are the properties whose changes HubSpot tells the app of,
 * `calculated` those that HubSpot itself computes; both as `contact.<name>` or `company.<name>`. Where
 * the portal's journal can be read (`hasJournal`), it tells of all others.
 */
export function howLate(
  playbook: Playbook,
  known: {
    readonly pushed: ReadonlySet<string>;
    readonly calculated: ReadonlySet<string>;
    readonly hasJournal?: boolean;
  },
): readonly Lateness[] {
  const labelOf = labelsOf(playbook);
  const arrivalOf = (subject: Subject): Arrival =>
    slowest(
      sourcesOf(subject, playbook).map((name) => {
        if (known.pushed.has(name)) return "pushed";
        if (known.calculated.has(name)) return "listed";
        return known.hasJournal ? "journaled" : "swept";
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

/** How late a sign of interest can be. */
export type SignalLateness = {
  readonly kind: SignalKind;
  readonly withinMs: number;
  /** For a marketer. */
  readonly sentence: string;
};

/** What the portal lets us read besides its records. */
export type Readable = {
  readonly forms: boolean;
  readonly events: boolean;
};

const minute = 60_000;
/** Where only the contact's own properties tell of it: the look at what was modified. */
const sweptMs = 2 * minute;

/**
 * How late each kind of signal can be, at rest: the time between two looks and half of it again for
 * reading and deciding. A portal with more than 60 governed forms looks at each of them less often.
 */
export function howLateSignals(
  { offers }: Playbook,
  readable: Readable,
): readonly SignalLateness[] {
  return signalKinds.map((kind) => {
    const ways = [
      ...(offers.some(({ signal }) => signal === kind) ? [formsMs(readable)] : []),
      ...(kind === "consultation" || kind === "email_reply"
        ? [lookedAt(readEvery.activities)]
        : []),
      ...(isWebinar(kind) && readable.events ? [lookedAt(readEvery.events)] : []),
      sweptMs, // what a person, a form or a workflow enters on the contact
    ];
    const withinMs = Math.max(...ways);
    const minutes = Math.ceil(withinMs / minute);
    const sentence = `“${signalLabels[kind]}” counts within about ${minutes} minutes.`;
    return { kind, withinMs, sentence };
  });
}

function formsMs({ forms }: Readable): number {
  return forms ? lookedAt(readEvery.submissions) : sweptMs;
}

function lookedAt(everyMs: number): number {
  return everyMs * 1.5;
}

function isWebinar(kind: SignalKind): boolean {
  return kind === "webinar_attended" || kind === "webinar_registered";
}
