import type { Playbook } from "../../../src/playbook/playbook.ts";
import type { WhatIfView } from "../../../src/view/settings-view.ts";
import { assessRecords } from "../../../server/assess/assess-records.ts";
import { takeLease } from "../../../server/store/leases.ts";
import type { Store } from "../../../server/store/open.ts";
import { readPlaybook } from "../../../server/store/playbooks.ts";
import { findPortal } from "../../../server/store/portals.ts";
import { addSignals, mirrorRecords } from "../../../server/store/records.ts";
import { touch } from "../../../server/store/pending.ts";
import { keepWhatIf } from "../../../server/store/what-ifs.ts";
import { eventually } from "../../build/eventually.ts";
import { openTestStore } from "../../build/store.ts";
import { fitOf, openDesk, startedAt } from "./settings-desk.ts";

const day = 86_400_000;
const contacts = 300;

let store: Store;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  store = await openTestStore();
  desk = await openDesk(store, { approvedFrom: startedAt - 90 * day });
  await fillMirror();
  await decideAll();
}, 60_000);
afterAll(() => store.close());

/** Practices and vendors, known well or hardly, that asked for something long ago or just now. */
async function fillMirror(): Promise<void> {
  const ids = Array.from({ length: contacts }, (_, i) => i);
  const records = ids.map((i) => ({
    id: `c${i}`,
    properties: {
      firstname: "Contact",
      lastname: `${i}`,
      email: `c${i}@practice${i}.example`,
      jobtitle: i % 3 === 0 ? "Practice Manager" : "Scheduler",
      medqual_organization_type: i % 5 === 0 ? "clinical_lab" : "independent_practice",
      ...(i % 2 === 0 && { medqual_specialty: "cardiology" }),
      ...(i % 4 !== 0 && { medqual_service_interest: "scheduling" }),
      country: "United States",
    },
    updatedAt: startedAt,
    archived: false,
    associations: null,
  }));
  await desk.db.transaction().execute(async (trx) => {
    await mirrorRecords(trx, desk.portalId, "contacts", records, () => null);
    const signals = ids.map((i) => ({
      contactId: `c${i}`,
      signals: [
        {
          id: `s${i}`,
          kind: "demo_request",
          offerId: "demo",
          at: startedAt - (i % 60) * day,
          own: true,
          label: "Demo request",
        } as const,
      ],
    }));
    await addSignals(trx, desk.portalId, signals);
  });
}

/** As the portal's loop does it. */
async function decideAll(): Promise<void> {
  const { services, portalId, db } = desk;
  const portal = await findPortal(db, portalId);
  const now = services.now();
  const lease = await takeLease(db, { portalId, name: "bulk", holder: "test" }, { now, ttlMs: -1 });
  if (!portal || !lease) throw new Error("the portal or its lease is missing");
  const touches = Array.from({ length: contacts }, (_, i) => {
    return { objectType: "contacts", objectId: `c${i}`, step: "assess", cause: "test" } as const;
  });
  await db.transaction().execute((trx) => touch(trx, portalId, { touches, lane: "bulk", now }));
  const rows = await db.selectFrom("pending").selectAll().execute();
  const playbook = await readPlaybook(db, portalId, portal.playbook_version);
  const run = { services, portal, playbook, gateway: services.gatewayFor(portalId) };
  await assessRecords(run, rows, { lane: "bulk", lease });
}

async function statuses(): Promise<ReadonlyMap<string, string | null>> {
  const rows = await desk.db.selectFrom("standings").select(["object_id", "status"]).execute();
  return new Map(rows.map((row) => [row.object_id, row.status]));
}

async function tryDraft(change: (playbook: Playbook) => Playbook): Promise<WhatIfView> {
  const user = desk.as("1");
  await user.begin();
  const edited = await user.edit(change);
  const { draftRevision: revision } = edited.body;
  const { body } = await user.ask<WhatIfView>("post", "/api/settings/what-ifs", { revision });
  return eventually(
    async () => (await user.ask<WhatIfView>("get", `/api/settings/what-ifs?id=${body.id}`)).body,
    ({ kind }) => kind !== "running",
  );
}

test("a draft that says the same changes nobody", async () => {
  const view = await tryDraft((playbook) => playbook);

  expect(view).toMatchObject({ kind: "done", counted: contacts, total: contacts, flipped: 0 });
  expect(view.after).toEqual(view.before);
});

test("properties that were never read are named, and count as unknown", async () => {
  const view = await tryDraft((playbook) => ({
    ...playbook,
    properties: [{ id: "contact.beds_planned", label: "Beds planned", kind: "number" }],
  }));

  expect(view.unread).toEqual(["contacts.beds_planned"]);
});

test("what was counted for a former revision is not gone on with", async () => {
  const user = desk.as("1");
  const view = await tryDraft(fitOf(61));
  await user.edit(fitOf(62));
  const { draftRevision: revision } = await user.read();

  const late = await user.ask("post", "/api/settings/what-ifs", { revision: view.revision });
  const next = await user.ask<WhatIfView>("post", "/api/settings/what-ifs", { revision });
  const former = await user.ask("get", `/api/settings/what-ifs?id=${view.id}`);

  expect([late.status, next.status, former.status]).toEqual([409, 200, 404]);
});

test("a count whose draft has changed meanwhile can't keep how far it is, and so ends", async () => {
  const user = desk.as("1");
  const view = await tryDraft(fitOf(63));
  const kept = { view, updatedAt: startedAt };
  const present = await keepWhatIf(desk.db, desk.portalId, kept);

  await user.edit(fitOf(64));
  const late = await keepWhatIf(desk.db, desk.portalId, kept);

  expect([present, late]).toEqual([true, false]);
});

test.each<[string, (playbook: Playbook) => Playbook]>([
  ["a higher minimum of fit", fitOf(70)],
  [
    "a shorter memory for demo requests",
    (playbook) => ({
      ...playbook,
      intent: {
        ...playbook.intent,
        signals: {
          ...playbook.intent.signals,
          demo_request: { points: 40, halfLifeDays: 5, cap: 60 },
        },
      },
    }),
  ],
  [
    "another source of a fact",
    (playbook) => ({
      ...playbook,
      factSources: { ...playbook.factSources, specialty: ["contact.specialty"] },
      fit: { ...playbook.fit, minimum: 68 },
    }),
  ],
])("%s: what is foretold is what happens", async (_what, change) => {
  const before = await statuses();
  const foretold = await tryDraft(change);
  const user = desk.as("1");
  await user.approve("marketing");
  await desk.as("2").approve("sales");

  expect((await user.publish()).status).toBe(200);
  await decideAll();

  const after = await statuses();
  const ids = [...after.keys()].toSorted((one, other) => (one < other ? -1 : 1));
  const flipped = ids.filter((id) => before.get(id) !== after.get(id));
  expect(foretold.flipped).toBeGreaterThan(0);
  expect(foretold.flips.map(({ contactId, to }) => [contactId, to])).toEqual(
    flipped.slice(0, 100).map((id) => [id, after.get(id)]),
  );
  expect(foretold.flipped).toBe(flipped.length);
  expect(foretold.flips.every(({ reason }) => reason !== "")).toBe(true);
});
