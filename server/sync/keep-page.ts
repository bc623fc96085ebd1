import { allowedProperties } from "../../src/facts/allow-list.ts";
import type { PortalRun } from "../context.ts";
import type { CrmRecord, ObjectType } from "../hubspot/crm.ts";
import { moveBackfill } from "../store/backfills.ts";
import { contactsOfDeals, setDealContacts } from "../store/deal-contacts.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import { noteListed, takeUnlisted } from "../store/listed-records.ts";
import { type Listing, moveListing, readListings, sameListing } from "../store/listings.ts";
import type { Trx } from "../store/open.ts";
import { touch, type Touch } from "../store/pending.ts";
import { type MirrorRecord, readRecords } from "../store/records.ts";
import { cleanRecords, companyOf, type MirrorContext, storeRecords } from "./mirror.ts";
import type { ListedPage } from "./read-page.ts";
import { spread } from "./spread.ts";

/**
 * Commits one page of a listing: its records, their pending rows and the cursor together, so a crash
 * repeats at most one page and loses none. False: somebody else has gone on from there.
 */
export async function keepPage(
  run: PortalRun,
  read: { readonly listing: Listing; readonly page: ListedPage },
  lease: Lease,
): Promise<boolean> {
  const { services, portal, playbook } = run;
  const { listing, page } = read;
  return services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const present = await sameListing(trx, listing);
    if (!present) return false;
    const now = services.now();
    const context = { portalId: portal.portal_id, playbook, log: services.log, now };
    const differing =
      listing.purpose === "backfill"
        ? await keepFirst(trx, context, { type: listing.object_type, page })
        : await keepDiffering(trx, context, { type: listing.object_type, page });
    const isLast = page.after === null;
    const listed = present.listed + page.records.length;
    await moveListing(trx, listing, {
      after: page.after,
      listed,
      total: isLast ? listed : page.total,
      differing: present.differing + differing,
      attempts: 0,
      last_error: null,
      ...(isLast && { finished_at: now }),
    });
    if (isLast && listing.purpose === "nightly") await missUnlisted(trx, context, listing);
    if (listing.purpose === "backfill") await moveOn(trx, portal.portal_id);
    return true;
  });
}

/** Everything is new: it is decided when all of it is there. */
async function keepFirst(
  trx: Trx,
  context: MirrorContext,
  { type, page }: { readonly type: ObjectType; readonly page: ListedPage },
): Promise<number> {
  const { portalId, now } = context;
  await storeRecords(trx, context, type, page.records);
  if (type === "deals") await setDealContacts(trx, portalId, peopleOf(page.records), page.labels);
  if (type !== "companies") {
    const touches = touchesOf(type, page.records, { step: "assess", cause: "back-fill" });
    await touch(trx, portalId, { touches, lane: "bulk", now });
  }
  return page.records.length;
}

/** Only what the mirror does not show is kept, and decided with all that feel it. */
async function keepDiffering(
  trx: Trx,
  context: MirrorContext,
  { type, page }: { readonly type: ObjectType; readonly page: ListedPage },
): Promise<number> {
  const { portalId, now, playbook } = context;
  const ids = page.records.map((record) => record.id);
  await noteListed(trx, portalId, type, ids);
  const mirrored = await readRecords(trx, portalId, type, ids);
  const people = type === "deals" ? await contactsOfDeals(trx, portalId, ids) : new Map();
  const names = allowedProperties(playbook)[type];
  const records = cleanRecords(context, type, page.records).filter(
    (record) =>
      differs(record, mirrored.get(record.id), names) ||
      (type === "deals" && !samePeople(record, people.get(record.id) ?? [])),
  );
  if (records.length === 0) return 0;
  const contactIds = type === "contacts" ? records.map((record) => record.id) : [];
  const companyIds = records.flatMap((record) => {
    if (type === "companies") return [record.id];
    return type === "contacts" ? (mirrored.get(record.id)?.company_id ?? []) : [];
  });
  await storeRecords(trx, context, type, records);
  if (type === "deals") await setDealContacts(trx, portalId, peopleOf(records), page.labels);
  const fetched = { contacts: [], companies: [], [type]: records };
  const former = { contactIds, companyIds };
  await spread(trx, { portalId, now, fetched, former, lane: "bulk" });
  if (type !== "companies") {
    const touches = touchesOf(type, records, { step: "assess", cause: "nightly listing" });
    await touch(trx, portalId, { touches, lane: "bulk", now });
  }
  return records.length;
}

/** A mirror that has seen later is right, whatever the page says. */
function differs(
  record: CrmRecord,
  mirrored: MirrorRecord | undefined,
  names: readonly string[],
): boolean {
  if (!mirrored || mirrored.gone) return true;
  if (mirrored.updated_at > record.updatedAt) return false;
  if (mirrored.company_id !== companyOf(record)) return true;
  return names.some((name) => !sameValue(mirrored.properties[name], record.properties[name]));
}

type Value = string | null | undefined;

/** HubSpot keeps an instant that we wrote in milliseconds as ISO 8601, and numbers in its own way. */
function sameValue(a: Value, b: Value): boolean {
  const [one, other] = [a ?? "", b ?? ""];
  if (one === other) return true;
  if (one === "" || other === "") return false;
  return numberOf(one) === numberOf(other);
}

function numberOf(text: string): number {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number(text);
}

function samePeople(deal: CrmRecord, known: readonly string[]): boolean {
  const listed = deal.associations?.contacts ?? [];
  return listed.length === known.length && listed.every((id) => known.includes(id));
}

/** Not listed is not yet gone: each is read once more, and that decides. */
async function missUnlisted(trx: Trx, context: MirrorContext, listing: Listing): Promise<void> {
  const { portalId, now } = context;
  const type = listing.object_type;
  const ids = await takeUnlisted(trx, portalId, { type, startedAt: listing.started_at });
  const missing = ids.map((id) => ({ id }));
  const touches = touchesOf(type, missing, { step: "sync", cause: "missing from the listing" });
  await touch(trx, portalId, { touches, lane: "live", now });
  await moveListing(trx, listing, { vanished: ids.length });
}

async function moveOn(trx: Trx, portalId: string): Promise<void> {
  const rows = (await readListings(trx, portalId)).filter((row) => row.purpose === "backfill");
  const listed = rows.reduce((sum, row) => sum + row.listed, 0);
  const isDone = rows.every((row) => row.finished_at !== null);
  await moveBackfill(trx, portalId, { listed, ...(isDone && { step: "assess" }) });
}

function touchesOf(
  type: ObjectType,
  records: readonly { readonly id: string }[],
  work: Pick<Touch, "step" | "cause">,
): readonly Touch[] {
  return records.map(({ id }) => ({ objectType: type, objectId: id, ...work }));
}

function peopleOf(deals: readonly CrmRecord[]): ReadonlyMap<string, readonly string[]> {
  return new Map(deals.map((deal) => [deal.id, deal.associations?.contacts ?? []]));
}
