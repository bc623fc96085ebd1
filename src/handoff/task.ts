import type { ContactDecision } from "../decision.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { handoverBrief } from "./brief.ts";

/** A task as HubSpot shows it to the owner of a lead. */
export type HandoffTask = {
  /** The same for the same handoff: by it a task that may have been created is found again. */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly ownerId: string | null;
};

/** The task of an open handoff; `null` where nothing is handed over. A new owner gets the same task. */
export function handoffTask(
  decision: ContactDecision,
  facts: ContactFacts,
  playbook: Playbook,
): HandoffTask | null {
  const { standing, next } = decision;
  const { handoff } = standing;
  const isOpen = handoff.kind === "offered" || handoff.kind === "expired";
  if (!isOpen || next.dueAt === null) return null;
  const { known, unknown } = handoverBrief(decision, facts, playbook);
  return {
    // An offer's instant is lost once its clock has run out; that of its MQL stays.
    key: `${facts.id}:${standing.since}:${handoff.route}:${handoff.step}`,
    subject: next.text,
    body: [...section("Known", known), ...section("Not known", unknown)].join("\n"),
    dueAt: next.dueAt,
    ownerId: next.ownerId,
  };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `- ${line}`)];
}
