import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { once } from "../store/idempotency.ts";
import { forgetRefused, keepInputs } from "../store/inputs.ts";
import type { Trx } from "../store/open.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { findPortal } from "../store/portals.ts";
import { type MirrorRecord, readRecords } from "../store/records.ts";
import { readContactDecisions } from "../store/standings.ts";
import { type CardAction, type CardRequest, propertiesOf } from "./card-action.ts";
import { mayHandOver } from "./may-hand-over.ts";
import { dayAt, isForMembers, onlyMembers, refuseAction } from "./refuse-action.ts";

type Caller = { readonly portalId: string; readonly userId: string };

/** The instant at which it was taken; the record is decided again after HubSpot has it. */
export type Taken = { readonly takenAt: number };

/**
 * Takes what a person did on a card. It is committed before the answer, so that it reaches HubSpot
 * even if HubSpot or this process is down meanwhile; the card follows by asking again.
 */
export async function takeAction(
  { db, bell, now }: Services,
  caller: Caller,
  request: CardRequest,
): Promise<Taken> {
  const { portalId, userId } = caller;
  const { key, objectId, action } = request;
  const at = now();
  const asked = { key, request: JSON.stringify([userId, objectId, action]), now: at };
  const taken = await db.transaction().execute((trx) =>
    once(trx, portalId, asked, async (): Promise<Taken> => {
      const record = (await readRecords(trx, portalId, "contacts", [objectId])).get(objectId);
      if (!record || record.gone)
        throw new AppError("not_found", "Medqual does not know this contact yet. Try again soon.");
      await check(trx, caller, { record, action, at });
      const values = propertiesOf(action);
      const present = record.properties;
      const entered = { objectType: "contacts", objectId, values, present, userId } as const;
      await forgetRefused(trx, portalId, entered);
      await keepInputs(trx, portalId, { ...entered, now: at });
      return { takenAt: at };
    }),
  );
  await bell.ring(portalId, "live");
  return taken;
}

async function check(
  trx: Trx,
  { portalId, userId }: Caller,
  pressed: { readonly record: MirrorRecord; readonly action: CardAction; readonly at: number },
): Promise<void> {
  const { record, action, at } = pressed;
  const isAllowed =
    !isForMembers(action) || (await mayHandOver(trx, portalId, userId, record.properties));
  if (!isAllowed) throw new AppError("forbidden", onlyMembers);
  const portal = await findPortal(trx, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  const today = dayAt(at, portal.utc_offset_minutes);
  const playbook = await readPlaybook(trx, portalId, portal.playbook_version);
  const decisions = await readContactDecisions(trx, portalId, [record.object_id]);
  refuseAction(action, decisions.get(record.object_id) ?? null, { today, playbook });
}
