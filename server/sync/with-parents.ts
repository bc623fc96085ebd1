import { readsParents } from "../../src/committee/reads-parents.ts";
import type { PortalRun } from "../context.ts";
import type { CrmRecord, Lane, ObjectType } from "../hubspot/crm.ts";

/** HubSpot's label of a company's association with its parent. */
const childToParent = 14;

/**
 * Companies with their parents in the place of a primary company. It costs a call for a thousand of
 * them, so parents are asked for only where a committee template counts their people.
 */
export async function withParents(
  { gateway, playbook }: PortalRun,
  type: ObjectType,
  read: { readonly records: readonly CrmRecord[]; readonly lane: Lane },
): Promise<readonly CrmRecord[]> {
  const { records, lane } = read;
  if (type !== "companies" || records.length === 0 || !readsParents(playbook)) return records;
  const ids = records.map(({ id }) => id);
  const found = await gateway.associations("companies", "companies", { ids, lane });
  return records.map((record) => {
    const parent = found.get(record.id)?.find(({ typeIds }) => typeIds.includes(childToParent));
    const none = { contacts: [], companies: [], deals: [] };
    return { ...record, associations: { ...none, primaryCompany: parent?.toId ?? null } };
  });
}
