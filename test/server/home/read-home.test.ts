import { moveBackfill, startBackfill } from "../../../server/store/backfills.ts";
import type { Store } from "../../../server/store/open.ts";
import { noteRefusal } from "../../../server/store/portal-problems.ts";
import type { HomeAnswer } from "../../../src/view/home-view.ts";
import { openTestStore } from "../../build/store.ts";
import { signal } from "../../src/verdict/build-facts.ts";
import { openDesk, startedAt } from "../settings/settings-desk.ts";
import { decideContact } from "./decide-contact.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());

async function open() {
  const { db, as, portalId } = await openDesk(store);
  for (const table of ["standings", "backfills", "portal_problems"] as const)
    await db.deleteFrom(table).execute();
  return { db, portalId, ask: (path: string) => as("71").ask<HomeAnswer>("get", path) };
}

test("an empty portal is told apart from one that is still read", async () => {
  const { db, portalId, ask } = await open();
  const empty = await ask("/api/home");

  await db.transaction().execute((trx) => startBackfill(trx, portalId, startedAt));
  await moveBackfill(db, portalId, { step: "listing", listed: 700 });
  const reading = await ask("/api/home");

  expect(empty.status).toBe(200);
  expect([empty.body.view.contacts, empty.body.backfill]).toEqual([0, null]);
  expect(reading.body.backfill).toEqual({ step: "listing", listed: 700, decided: 0 });
});

test("figures are of the portal that HubSpot signed for, and moves of the days asked for", async () => {
  const { db, portalId, ask } = await open();
  const demo = signal("demo_request", startedAt - 5 * 86_400_000, { offerId: "demo" });
  await decideContact(db, portalId, {
    id: "1",
    looks: [
      [startedAt - 6 * 86_400_000, {}],
      [startedAt - 5 * 86_400_000, { signals: [demo] }],
    ],
  });

  const month = await ask("/api/home");
  const days = await ask("/api/home?days=3");

  expect(month.body.view.moves.lines).toMatchObject([{ label: "Nurture → MQL", count: 1 }]);
  expect(days.body.view.moves).toEqual({ since: startedAt - 3 * 86_400_000, lines: [] });
  expect(days.body.view.marketing.headline).toBe("1 MQL.");
});

test("what keeps Medqual from working is said with what to do about it", async () => {
  const { db, portalId, ask } = await open();
  const refusal = {
    code: "missing_scopes" as const,
    what: "HubSpot refuses to show deals.",
    cure: "Install the app again.",
    retryMs: 1000,
  };
  await noteRefusal(db, portalId, { kind: "POST /crm", refusal, now: startedAt });

  const { body } = await ask("/api/home");

  expect(body.problems).toEqual([{ what: refusal.what, cure: refusal.cure }]);
});

test.each(["0", "900", "soon"])("a period of %s days is refused", async (days) => {
  const { ask } = await open();

  const { status, body } = await ask(`/api/home?days=${days}`);

  expect([status, body]).toMatchObject([
    400,
    { title: "days must be a whole number from 1 to 366." },
  ]);
});
