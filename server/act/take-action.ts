import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { forgetRefused, keepInputs } from "../store/inputs.ts";
import { once } from "../store/idempotency.ts";
import { readRecords } from "../store/records.ts";
import { type CardRequest, propertiesOf } from "./card-action.ts";
import { mayHandOver } from "./may-hand-over.ts";

type Caller = { readonly portalId: string; readonly userId: string };

/** The instant at which it was taken; the record is decided again after HubSpot has it. */
export type Taken = { readonly takenAt: number };

/**
 * Takes what a person did on a card. It is committed before the answer, so that it reaches HubSpot
 * even if HubSpot or this process is down meanwhile; the card follows by asking again.
 */
export async function takeAction(
  { db, bell, now }: Services,
  { portalId, userId }: Caller,
  request: CardRequest,
): Promise<Taken> {
  const { key, objectId, action } = request;
  const at = now();
  const asked = { key, request: JSON.stringify([userId, objectId, action]), now: at };
  const taken = await db.transaction().execute((trx) =>
    once(trx, portalId, asked, async (): Promise<Taken> => {
      const isHandover = action.kind === "accept" || action.kind === "return";
      if (isHandover && !(await mayHandOver(trx, portalId, userId)))
        throw new AppError(
          "forbidden",
          "Only members of the sales queue may accept or return. An admin names them in settings.",
        );
      const record = (await readRecords(trx, portalId, "contacts", [objectId])).get(objectId);
      if (!record || record.gone)
        throw new AppError("not_found", "Medqual does not know this contact yet. Try again soon.");
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
