import { isSame } from "./is-same.ts";
import type { Playbook } from "./playbook.ts";

/** What decides which facts are read from the same records. */
const reading = [
  "factSources",
  "properties",
  "vocabulary",
  "synonyms",
  "sources",
  "competitorDomains",
] as const satisfies readonly (keyof Playbook)[];

/** Whether two playbooks make the same facts of the same records, whatever they conclude from them. */
export function readsAlike(a: Playbook, b: Playbook): boolean {
  const topics = ({ offers }: Playbook) => offers.map(({ id, topic }) => [id, topic]);
  return reading.every((key) => isSame(a[key], b[key])) && isSame(topics(a), topics(b));
}
