import { allowedProperties } from "../../src/facts/allow-list.ts";
import type { PortalRun } from "../context.ts";
import type { Page } from "../hubspot/crm.ts";
import type { DealLabels } from "../store/deal-contacts.ts";
import type { Listing } from "../store/listings.ts";
import { labelsIn } from "./labels-in.ts";
import { withParents } from "./with-parents.ts";

/** One page of a listing, and how many records HubSpot counts; `null` where it was not asked or told. */
export type ListedPage = Page & {
  readonly total: number | null;
  readonly labels: DealLabels;
};

/** Reads the page at which a listing stands. With the first comes the number of all records. */
export async function readPage(run: PortalRun, listing: Listing): Promise<ListedPage> {
  const { gateway, playbook } = run;
  const type = listing.object_type;
  const counting = listing.after === null ? countOf(run, type) : Promise.resolve(listing.total);
  const page = await gateway.list(type, {
    properties: allowedProperties(playbook)[type],
    associations: type === "deals" ? ["contacts", "companies"] : [],
    after: listing.after,
    lane: "bulk",
  });
  const records = await withParents(run, type, { records: page.records, lane: "bulk" });
  const labels = type === "deals" ? await labelsOn(run, page) : new Map();
  return { ...page, records, labels, total: await counting };
}

/** The listing names the associations of a deal, and the batch of associations their labels. */
async function labelsOn({ gateway }: PortalRun, { records }: Page): Promise<DealLabels> {
  const labelled = records.filter(({ associations }) => associations?.hasLabels);
  if (labelled.length === 0) return new Map();
  const query = { ids: labelled.map(({ id }) => id), lane: "bulk" } as const;
  return labelsIn(await gateway.associations("deals", "contacts", query));
}

/** A list does not say how long it is, a search does. Not to know it harms nobody. */
async function countOf(run: PortalRun, type: Listing["object_type"]): Promise<number | null> {
  try {
    return await run.gateway.count(type, "bulk");
  } catch (error) {
    const { log } = run.services;
    log.info({ portalId: run.portal.portal_id, type, reason: String(error) }, "records uncounted");
    return null;
  }
}
