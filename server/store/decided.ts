import type { ContactDecision, DealDecision } from "../../src/decision.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db } from "./open.ts";

/** The last decision of a record, and whether something newer waits to be read or decided. */
export async function readDecided(
  db: Db,
  portalId: string,
  { objectType, objectId }: { readonly objectType: ObjectType; readonly objectId: string },
): Promise<{
  readonly decision: ContactDecision | DealDecision | null;
  readonly isPending: boolean;
}> {
  // The wait is looked at first: what ends meanwhile has left its decision.
  const waiting = await db
    .selectFrom("pending")
    .select("object_id")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .executeTakeFirst();
  const standing = await db
    .selectFrom("standings")
    .select("decision")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .executeTakeFirst();
  return { decision: standing?.decision ?? null, isPending: waiting !== undefined };
}
