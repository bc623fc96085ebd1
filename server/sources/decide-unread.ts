import { reassessPortal } from "../assess/reassess-portal.ts";
import type { PortalRun } from "../context.ts";
import type { Trx } from "../store/open.ts";

/** Forms can be read now, or no longer: where offers name forms, unknown becomes no, or no unknown. */
export async function decideUnread(
  trx: Trx,
  { portal, playbook, services }: PortalRun,
): Promise<void> {
  if (playbook.offers.every(({ forms }) => forms.length === 0)) return;
  const work = { cause: "whether forms can be read", now: services.now() };
  await reassessPortal(trx, portal.portal_id, work);
}
