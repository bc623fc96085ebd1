import type { Store } from "../../../server/store/open.ts";
import { readWatermarks, startSweeps } from "../../../server/store/sweeps.ts";
import { sweepPortal } from "../../../server/sync/sweep.ts";
import { openTestStore } from "../../build/store.ts";
import { mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "../hubspot/stand-ins.ts";
import { connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await connectTestPortal(store.db);
}, 30_000);
afterAll(() => store.close());

const start = Date.parse("2026-05-01T10:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();
const search = (type: string) => `/crm/objects/2026-09/${type}/search`;

/** One page that a search from `since` shows. */
function shows(type: string, since: number, page: { at: readonly number[]; after?: string }) {
  const results = page.at.map((at) => sent(String(at - start), { updatedAt: iso(at) }));
  mockHubSpot()
    .post(search(type), (body: { after: string; filterGroups: unknown }) => {
      return body.after === "0" && JSON.stringify(body.filterGroups).includes(`"${since}"`);
    })
    .reply(200, { results, ...(page.after && { paging: { next: { after: page.after } } }) });
}

test("each search begins at the last modification seen, and a refused type holds up no other", async () => {
  const now = start + 100_000;
  await store.db
    .insertInto("backfills")
    .values({ portal_id: portalId, step: "done", listed: 0, started_at: 0, finished_at: 1 })
    .execute();
  await store.db.transaction().execute((trx) => startSweeps(trx, portalId, start));
  const { services } = openServices(store.db, { now: () => now, gateway: openGateway().gateway });
  mockHubSpot().post(search("companies")).reply(403, { message: "no" });
  shows("contacts", start - 30_000, { at: [start + 1, start + 5], after: "100" });
  shows("contacts", start + 5, { at: [start + 5, start + 9] });
  shows("deals", start - 30_000, { at: [] });

  await sweepPortal(services, portalId);

  const pending = await store.db.selectFrom("pending").select("object_id").execute();
  expect(pending.map((row) => row.object_id).sort()).toEqual(["1", "5", "9"]);
  expect(await readWatermarks(store.db, portalId)).toEqual([
    { type: "companies", until: start },
    { type: "contacts", until: now },
    { type: "deals", until: now },
  ]);
});
