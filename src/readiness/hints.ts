import type { ChecklistItemId } from "../facts/contact-facts.ts";
import type { Signal } from "../facts/signal.ts";
import { localDate } from "../handoff/wall-clock.ts";
import type { TimeZone } from "../playbook/playbook.ts";

/** Which item a kind of proof speaks to, by a word of its name; the first that occurs decides. */
const topics: readonly (readonly [string, ChecklistItemId])[] = [
  ["roi", "budget_path"],
  ["pricing", "budget_path"],
  ["implementation", "timeline"],
  ["timeline", "timeline"],
  ["stakeholder", "authority"],
  ["committee", "authority"],
  ["integration", "integration"],
  ["security", "compliance"],
  ["compliance", "compliance"],
  ["privacy", "compliance"],
];

/** What opened proof suggests for the checklist: never a confirmation, never points. */
export function hintsFrom(
  signals: readonly Signal[],
  zone: TimeZone,
): ReadonlyMap<ChecklistItemId, string> {
  const opened = signals.filter(({ kind }) => kind === "proof_opened");
  const oldestFirst = opened.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return new Map(
    oldestFirst.map(({ label, at }) => [
      topicOf(label),
      `Opened ${label} on ${localDate(at, zone)}`,
    ]),
  );
}

function topicOf(label: string): ChecklistItemId {
  const words = label.toLowerCase().split(/[^a-z]+/u);
  return topics.find(([word]) => words.includes(word))?.[1] ?? "need";
}
