import { currentId } from "./aliases.ts";
import type { RecordRef } from "./change.ts";
import { objectTypeIds } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import type { Write } from "./write-values.ts";

/** Forgets a record for good, as a law may demand: no recycle bin, no history, no association. */
export function forgetRecord(portal: Portal, record: RecordRef, write: Write): void {
  const { type, id } = record;
  if (portal.shelves[type].get(id) === undefined) return;
  for (const { from, to } of objectTypeIds.flatMap((other) => portal.links.of(record, other))) {
    portal.links.put({ from, to, typeIds: [] });
    portal.links.put({ from: to, to: from, typeIds: [] });
  }
  portal.shelves[type].remove(id);
  if (type === "0-1") forgetTraces(portal, id);
  for (const key of portal.aliases.keys()) {
    if (portal.aliases.get(key) === id && key.startsWith(`${type}/`)) portal.aliases.delete(key);
  }
  const common = { record: { type, id }, at: write.at, source: write.source };
  portal.announce({ kind: "privacyDeleted", ...common });
  portal.announce({ kind: "deleted", ...common });
}

/** What a contact sent with forms, where it took part and what it did. */
function forgetTraces(portal: Portal, id: string): void {
  for (const table of [portal.submissions, portal.participations]) {
    for (const key of table.keys()) {
      const contactId = table.get(key)?.contactId ?? "";
      if (currentId(portal, "0-1", contactId) === id) table.delete(key);
    }
  }
  for (const { id: key, who } of portal.occurrences.rows()) {
    if (currentId(portal, who.type, who.id) === id) portal.occurrences.delete(key);
  }
}
