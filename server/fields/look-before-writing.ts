import { fieldTargets } from "../../src/fields/may-rewrite.ts";
import type { PortalRun } from "../context.ts";
import type { Lane, ObjectType } from "../hubspot/crm.ts";
import { readRecords } from "../store/records.ts";

type Write = {
  readonly row: { readonly object_id: string };
  readonly properties: Readonly<Record<string, string>>;
};

/**
 * Takes governed fields out of writes whose record somebody has changed since the mirror read it:
 * theirs is the later word, and the record is to be read again. Other properties are left to the plan.
 */
export async function lookBeforeWriting<W extends Write>(
  run: PortalRun,
  type: ObjectType,
  work: { readonly writes: readonly W[]; readonly lane: Lane },
): Promise<{ readonly writes: readonly W[]; readonly moved: readonly string[] }> {
  const { writes, lane } = work;
  const risky = writes.filter(({ properties }) => namesIn(properties).length > 0);
  if (risky.length === 0) return { writes, moved: [] };
  const ids = risky.map(({ row }) => row.object_id);
  const properties = [...new Set(risky.flatMap((each) => namesIn(each.properties)))];
  const present = await run.gateway.read(type, ids, { properties, lane });
  const shown = new Map(present.map((record) => [record.id, record.properties]));
  const mirrored = await readRecords(run.services.db, run.portal.portal_id, type, ids);
  const moved: string[] = [];
  const kept = writes.map((write) => {
    const id = write.row.object_id;
    const names = namesIn(write.properties).filter((name) => {
      const there = shown.get(id)?.[name] ?? "";
      return there !== (mirrored.get(id)?.properties[name] ?? "");
    });
    if (names.length === 0) return write;
    moved.push(id);
    const rest = Object.entries(write.properties).filter(([name]) => !names.includes(name));
    return { ...write, properties: Object.fromEntries(rest) };
  });
  return { writes: kept, moved };
}

function namesIn(properties: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(properties).filter((name) => fieldTargets.includes(name));
}
