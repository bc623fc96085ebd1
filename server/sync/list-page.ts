import { allowedProperties } from "../../src/facts/allow-list.ts";
import type { PortalRun } from "../context.ts";
import type { Page } from "../hubspot/crm.ts";
import { type Backfill, moveBackfill, readBackfill } from "../store/backfills.ts";
import { type DealLabels, setDealContacts } from "../store/deal-contacts.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import { touch } from "../store/pending.ts";
import { labelsIn } from "./labels-in.ts";
import { storeRecords } from "./mirror.ts";
import { withParents } from "./with-parents.ts";

type Listing = "companies" | "deals" | "contacts";
const following = { companies: "deals", deals: "contacts", contacts: "assess" } as const;

/**
 * One page of the first listing: its records, their pending rows and the cursor are committed
 * together, so a crash repeats at most one page and loses none.
 */
export async function listPage(run: PortalRun, backfill: Backfill, lease: Lease): Promise<void> {
  const { services, portal, playbook, gateway } = run;
  if (backfill.step === "assess" || backfill.step === "done") return;
  const type: Listing = backfill.step;
  const page = await gateway.list(type, {
    properties: allowedProperties(playbook)[type],
    associations: type === "deals" ? ["contacts", "companies"] : [],
    after: backfill.after,
    lane: "bulk",
  });
  const records = await withParents(run, type, { records: page.records, lane: "bulk" });
  const labels = type === "deals" ? await labelsOn(run, page) : new Map();
  const portalId = portal.portal_id;
  await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const present = await readBackfill(trx, portalId);
    if (present?.step !== type || present.after !== backfill.after) return; // already done
    const now = services.now();
    const context = { portalId, playbook, log: services.log, now };
    await storeRecords(trx, context, type, records);
    if (type === "deals") await setDealContacts(trx, portalId, peopleOf(page), labels);
    if (type !== "companies") {
      const touches = page.records.map((record) => ({
        objectType: type,
        objectId: record.id,
        step: "assess" as const,
        cause: "back-fill",
      }));
      await touch(trx, portalId, { touches, lane: "bulk", now });
    }
    await moveBackfill(trx, portalId, {
      step: page.after === null ? following[type] : type,
      after: page.after,
      listed: present.listed + page.records.length,
    });
  });
}

/** The listing names the associations of a deal, and the batch of associations their labels. */
async function labelsOn({ gateway }: PortalRun, { records }: Page): Promise<DealLabels> {
  const labelled = records.filter(({ associations }) => associations?.hasLabels);
  if (labelled.length === 0) return new Map();
  const query = { ids: labelled.map(({ id }) => id), lane: "bulk" } as const;
  return labelsIn(await gateway.associations("deals", "contacts", query));
}

function peopleOf(page: Page): ReadonlyMap<string, readonly string[]> {
  return new Map(page.records.map((deal) => [deal.id, deal.associations?.contacts ?? []]));
}
