import type { Playbook } from "../playbook/playbook.ts";
import { fieldIds, targetOf } from "./governed-fields.ts";
import { type FieldRecord, isOurs, planFields } from "./plan-fields.ts";

/**
 * A record's properties without what we wrote into our own fields, so that facts are read from the
 * words that people used, with these as their evidence.
 */
export function asPeopleLeft(
  record: FieldRecord,
  playbook: Playbook,
): Readonly<Record<string, string | null>> {
  const properties = Object.fromEntries(
    Object.entries(record.properties).map(([name, value]) => [name, value ?? null]),
  );
  const { values } = planFields(record, playbook);
  for (const field of fieldIds) {
    const target = targetOf(field, record.type);
    // Roles are read together with the title, and a role that we wrote is as good as one stated.
    if (target === null || field === "role") continue;
    if (values[target] === undefined) continue;
    if (!isOurs(field, properties[target] ?? "", record.written[target] ?? null)) continue;
    properties[target] = record.raw[target] ?? null;
  }
  return properties;
}
