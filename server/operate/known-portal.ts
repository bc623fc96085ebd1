import { AppError } from "../errors.ts";
import type { Db } from "../store/open.ts";
import { findPortal, type PortalRow } from "../store/portals.ts";

/** The portal of this id, or an error that names those there are. */
export async function knownPortal(db: Db, portalId: string): Promise<PortalRow> {
  const portal = await findPortal(db, portalId);
  if (portal) return portal;
  const rows = await db.selectFrom("portals").select("portal_id").orderBy("portal_id").execute();
  const known = rows.map((row) => row.portal_id).join(", ");
  throw new AppError(
    "portal_unknown",
    known === ""
      ? `Portal ${portalId} is not known: no portal is connected.`
      : `Portal ${portalId} is not known. There are: ${known}.`,
  );
}

/** The same, where work is to be begun that needs HubSpot. */
export async function connectedPortal(db: Db, portalId: string): Promise<PortalRow> {
  const portal = await knownPortal(db, portalId);
  if (portal.state === "connected") return portal;
  throw new AppError(
    "portal_disconnected",
    `Portal ${portalId} is ${portal.state}: nothing is done for it. Connect it again first.`,
  );
}
