import type { Coverage, Handoff, Missing, NextAction, Standing } from "../decision.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook, Queue, TimeZone } from "../playbook/playbook.ts";
import { clockOf, queueOf } from "./queue.ts";
import type { Track } from "./track.ts";
import { localDate } from "./wall-clock.ts";
import { addWorkingTime } from "./working-time.ts";

type Situation = {
  readonly facts: Pick<ContactFacts, "name" | "ownerId" | "ownerIsActive" | "inputs">;
  readonly standing: Standing;
  readonly missing: readonly Missing[];
  readonly committee: Coverage;
  readonly isStale: boolean;
  readonly track: Track;
  readonly playbook: Playbook;
  readonly now: number;
};
type Action = Omit<NextAction, "ownerId">;

/** The one thing to do next, by whom and until when. Every MQL has one with a due time. */
export function nextAction(situation: Situation): NextAction {
  const action = actionFor(situation);
  return { ...action, ownerId: action.side === "none" ? null : ownerOf(situation) };
}

/** The contact's owner; where there is none who still works here, the one the queue falls back on. */
function ownerOf({ facts, standing, track, playbook }: Situation): string | null {
  if (facts.ownerId !== null && facts.ownerIsActive) return facts.ownerId;
  return queueOf(standing.handoff, track, playbook).fallbackOwnerId;
}

function actionFor(situation: Situation): Action {
  const { facts, standing, missing } = situation;
  switch (standing.status) {
    case "mql":
      return standing.handoff.kind === "accepted"
        ? discovery(situation, standing.handoff)
        : offered(situation);
    case "sql":
      return workSql(situation);
    case "hold": {
      const question = missing[0]?.question ?? "Complete the record.";
      return { text: `Complete the record: ${question}`, side: "marketing", dueAt: null };
    }
    case "nurture":
      return { text: `Keep nurturing ${facts.name}.`, side: "marketing", dueAt: null };
    case "recycled": {
      const { handoff } = standing;
      const dueAt = handoff.kind === "returned" ? handoff.reenterAt : null;
      const zone = zoneOf(situation.playbook);
      const until = dueAt === null ? "a new sign of interest" : localDate(dueAt, zone);
      return { text: `Let ${facts.name} rest until ${until}.`, side: "marketing", dueAt };
    }
    case "disqualified":
    case "customer":
      return { text: "Nothing to do.", side: "none", dueAt: null };
  }
}

function offered(situation: Situation): Action {
  const { facts, standing, track, playbook, now } = situation;
  const { name } = facts;
  const { handoff } = standing;
  const queue = queueOf(handoff, track, playbook);
  const { side } = queue;
  if (handoff.kind === "expired") {
    const text = `Overdue since ${localDate(handoff.at, zoneOf(playbook))}: accept or return ${name}.`;
    return { text, side, dueAt: handoff.at };
  }
  if (handoff.kind === "offered") {
    const isUntouched = now < handoff.firstTouchDueAt;
    const dueAt = isUntouched ? handoff.firstTouchDueAt : handoff.decisionDueAt;
    return { text: offerText(name, queue, isUntouched), side, dueAt };
  }
  const dueAt = addWorkingTime(standing.since, track.clock.firstTouch, playbook.handoff.calendar);
  return { text: offerText(name, queue, true), side, dueAt };
}

function offerText(name: string, { side, label }: Queue, isUntouched: boolean): string {
  if (side === "marketing")
    return isUntouched
      ? `Marketing: start the nurture track with ${name}.`
      : `Marketing: keep the nurture track with ${name} going until sales accepts.`;
  return isUntouched
    ? `${label}: contact ${name}, then accept or return the lead.`
    : `${label}: accept or return ${name}.`;
}

function zoneOf({ handoff }: Playbook): TimeZone {
  return handoff.calendar.zone;
}

function discovery(
  situation: Situation,
  handoff: Extract<Handoff, { readonly kind: "accepted" }>,
): Action {
  const { missing, track, playbook } = situation;
  const { decision } = clockOf(handoff.step, track, playbook);
  const clockEnd = addWorkingTime(handoff.at, decision, playbook.handoff.calendar);
  return { text: ask(situation, missing), side: "sales", dueAt: nextStep(situation) ?? clockEnd };
}

function workSql(situation: Situation): Action {
  const { facts, missing, isStale } = situation;
  const dueAt = facts.inputs.nextStepAt;
  if (isStale)
    return { text: `Agree on a new next step with ${facts.name}.`, side: "sales", dueAt };
  if (missing.length > 0) return { text: ask(situation, missing), side: "sales", dueAt };
  return { text: `Hold the next step agreed with ${facts.name}.`, side: "sales", dueAt };
}

function ask({ committee, facts }: Situation, missing: readonly Missing[]): string {
  const [first] = missing;
  if (first === undefined) return `Go on with ${facts.name}.`;
  const person = committee.next?.person;
  if (first.id !== "committee" || !person) return `Ask: ${first.question}`;
  return `Ask ${person.name}: ${first.question}`;
}

function nextStep({ facts, isStale }: Situation): number | null {
  return isStale ? null : facts.inputs.nextStepAt;
}
