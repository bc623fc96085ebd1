import { sql } from "kysely";
import { type HandoffStep, type Status, statuses } from "../../src/decision.ts";
import type { SourceClass } from "../../src/facts/contact-facts.ts";
import type { Route } from "../../src/playbook/playbook.ts";
import type { PortalCounts } from "../../src/view/home.ts";
import type { Db } from "./open.ts";
import { countByStatus } from "./standings.ts";

/** More than fit on a page help nobody; the counts tell of all. */
const listedOverdue = 100;

/**
 * Counts a portal's contacts for its home page, and their moves since an instant (epoch milliseconds).
 * Those who were forgotten are in no figure.
 */
export async function countPortal(
  db: Db,
  portalId: string,
  { since }: { readonly since: number },
): Promise<PortalCounts> {
  const byStatus = await countByStatus(db, portalId);
  return {
    byStatus: Object.fromEntries(statuses.map((status) => [status, byStatus[status] ?? 0])),
    since,
    moves: await movesSince(db, portalId, since),
    ...(await countMqls(db, portalId)),
    overdue: await overdueHandoffs(db, portalId),
    holdByField: await holdByField(db, portalId),
  };
}

async function movesSince(db: Db, portalId: string, since: number): Promise<PortalCounts["moves"]> {
  const { rows } = await sql<{ from: Status; to: Status; count: string }>`
    select former_status as "from", status as "to", count(*) as count from decisions
    where portal_id = ${portalId} and decided_at >= ${since}
      and object_type = 'contacts' and former_status is not null and former_status <> status
    group by former_status, status`.execute(db);
  return rows.map(({ from, to, count }) => ({ from, to, count: Number(count) }));
}

async function countMqls(
  db: Db,
  portalId: string,
): Promise<Pick<PortalCounts, "mqlsByOffer" | "mqlsBySource" | "mqlsByHandoff">> {
  const { rows } = await sql<{
    offer: string | null;
    source: string | null;
    handoff: string | null;
    count: string;
  }>`
    select offer, source, handoff, count(*) as count from standings
    where portal_id = ${portalId} and object_type = 'contacts' and status = 'mql'
    group by offer, source, handoff`.execute(db);
  const sums = { offer: createSums(), source: createSums(), handoff: createSums() };
  for (const { offer, source, handoff, count } of rows) {
    sums.offer.add(offer, Number(count));
    sums.source.add(source, Number(count));
    sums.handoff.add(handoff, Number(count));
  }
  return {
    mqlsByOffer: sums.offer.lines().map(([offerId, count]) => ({ offerId, count })),
    mqlsBySource: sums.source.lines().map(([source, count]) => ({
      source: source as SourceClass | null,
      count,
    })),
    mqlsByHandoff: Object.fromEntries(sums.handoff.lines()),
  };
}

function createSums() {
  const sums = new Map<string | null, number>();
  return {
    add: (key: string | null, count: number) => void sums.set(key, (sums.get(key) ?? 0) + count),
    lines: () => [...sums],
  };
}

async function overdueHandoffs(db: Db, portalId: string): Promise<PortalCounts["overdue"]> {
  const { rows } = await sql<{
    contactId: string;
    name: string;
    route: Route;
    step: HandoffStep;
    since: string;
  }>`
    select object_id as "contactId", facts->>'name' as name,
      standing->'handoff'->>'route' as route, (standing->'handoff'->'step')::integer as step,
      standing->'handoff'->>'at' as since
    from standings
    where portal_id = ${portalId} and object_type = 'contacts' and handoff = 'expired'
      and status = 'mql'
    order by (standing->'handoff'->>'at')::bigint limit ${listedOverdue}`.execute(db);
  return rows.map(({ since, ...row }) => ({ ...row, since: Number(since) }));
}

/** A contact that lacks two fields counts for both. */
async function holdByField(db: Db, portalId: string): Promise<PortalCounts["holdByField"]> {
  const { rows } = await sql<{ field: string; count: string }>`
    select field, count(*) as count
    from standings, jsonb_array_elements_text(missing) as field
    where portal_id = ${portalId} and object_type = 'contacts' and status = 'hold'
    group by field`.execute(db);
  return Object.fromEntries(rows.map(({ field, count }) => [field, Number(count)]));
}
