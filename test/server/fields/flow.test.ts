import { assessRecords } from "../../../server/assess/assess-records.ts";
import { deliver } from "../../../server/deliver/deliver.ts";
import { AppError } from "../../../server/errors.ts";
import type { CrmRecord, Gateway, Update } from "../../../server/hubspot/crm.ts";
import { waitingSpellings } from "../../../server/store/field-proposals.ts";
import { readRaw } from "../../../server/store/field-rewrites.ts";
import { teachSpelling } from "../../../server/store/field-spellings.ts";
import type { Store } from "../../../server/store/open.ts";
import { allDueWishes } from "../../../server/store/outbox.ts";
import { duePending, touch } from "../../../server/store/pending.ts";
import { SettingsChanged } from "../../../server/store/portals.ts";
import { mirrorRecords, readRecords } from "../../../server/store/records.ts";
import { companyOf } from "../../../server/sync/mirror.ts";
import { openTestStore } from "../../build/store.ts";
import { openGateway } from "../hubspot/stand-ins.ts";
import { beginRun, connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

const tables = [
  "portals",
  "playbooks",
  "leases",
  "pending",
  "outbox",
  "records",
  "standings",
  "field_proposals",
  "field_rewrites",
  "field_spellings",
] as const;

// What becomes of one contact's fields between the mirror and HubSpot.

let store: Store;
/** What stands in HubSpot, and what was sent there. */
let there: Record<string, string | null>;
let sent: Update[];
let clock = 0;
/** The trail is append-only, so every test has a contact of its own. */
let id = "0";
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of tables) await store.db.deleteFrom(table).execute();
  await connectTestPortal(store.db);
  id = String(Number(id) + 1);
  there = {};
  sent = [];
});

const record = (properties: CrmRecord["properties"]): CrmRecord => ({
  id,
  properties,
  updatedAt: (clock += 1),
  archived: false,
  associations: null,
});

function open() {
  const gateway: Gateway = {
    ...openGateway().gateway,
    read: async () => [record(there)],
    update: async (_type, updates) => {
      sent.push(...updates);
      const written = updates.map(({ properties }) => record({ ...there, ...properties }));
      for (const { properties } of updates) there = { ...there, ...properties };
      return { written, gone: [], refused: [] };
    },
  };
  return openServices(store.db, { now: () => 1_000, gateway }).services;
}

async function activate(): Promise<void> {
  await store.db.updateTable("portals").set({ mode: "active", offers_from: 0 }).execute();
}

/** Mirrors what stands in HubSpot and decides it. */
async function decide(properties: Record<string, string | null>): Promise<void> {
  there = properties;
  const services = open();
  const { run, lease } = await beginRun(services);
  await store.db.transaction().execute(async (trx) => {
    await mirrorRecords(trx, portalId, "contacts", [record(properties)], companyOf);
    const touches = [
      { objectType: "contacts", objectId: id, step: "assess", cause: "test" },
    ] as const;
    await touch(trx, portalId, { touches, lane: "live", now: 1_000 });
  });
  const query = { lane: "live", step: "assess", now: 1_000, limit: 10 } as const;
  const rows = await duePending(store.db, portalId, query);
  await assessRecords(run, rows, { lane: "live", lease });
}

async function wishes() {
  const query = { lane: "live", now: 1_000, limit: 10 } as const;
  return allDueWishes(store.db, portalId, query);
}

async function send(): Promise<void> {
  const { run, lease } = await beginRun(open());
  await deliver(run, await wishes(), { lane: "live", lease });
}

const fieldsIn = (properties: Readonly<Record<string, string>> | undefined) =>
  Object.fromEntries(
    Object.entries(properties ?? {}).filter(([name]) => name === "medqual_specialty"),
  );

test("in observe mode nothing is written; doubtful spellings are asked about all the same", async () => {
  await decide({ specialty: "Cardio", service_interest: "schedulling" });

  const [wish] = await wishes();
  expect(fieldsIn(wish?.desired)).toEqual({});
  expect(await waitingSpellings(store.db, portalId, 10)).toMatchObject([
    { field: "serviceInterest", text: "schedulling", value: "scheduling", records: 1 },
  ]);
});

test("once approved, it is written with everything else, in one call", async () => {
  await activate();
  await decide({ specialty: "Cardio" });
  await send();

  expect(sent).toHaveLength(1);
  expect(sent[0]?.properties).toMatchObject({
    medqual_specialty: "cardiology",
    medqual_status: "nurture",
  });
  const mirrored = await readRecords(store.db, portalId, "contacts", [id]);
  expect(mirrored.get(id)?.written).toMatchObject({ medqual_specialty: "cardiology" });
});

test("what is rewritten in place is kept before it is", async () => {
  await activate();
  await decide({ medqual_specialty: "Cardio" });
  const kept = await store.db.selectFrom("field_rewrites").select(["raw", "value"]).execute();
  await send();

  expect(kept).toEqual([{ raw: "Cardio", value: "cardiology" }]);
  expect(await readRaw(store.db, portalId, "contacts", [id])).toEqual(
    new Map([[id, { medqual_specialty: "Cardio" }]]),
  );
  expect(fieldsIn(sent[0]?.properties)).toEqual({ medqual_specialty: "cardiology" });
});

test("a value that somebody sets between our reading and our writing stays, and is read again", async () => {
  await activate();
  await decide({ specialty: "Cardio" });
  there = { specialty: "Cardio", medqual_specialty: "oncology" };
  await send();

  expect(sent).toHaveLength(1);
  expect(fieldsIn(sent[0]?.properties)).toEqual({});
  expect(there["medqual_specialty"]).toBe("oncology");
  const query = { lane: "live", step: "sync", now: 1_000, limit: 10 } as const;
  expect(await duePending(store.db, portalId, query)).toMatchObject([
    { object_id: id, cause: "a field was changed meanwhile" },
  ]);
});

test("a write without an answer that arrived is still known as ours", async () => {
  await activate();
  await decide({ specialty: "Cardio" });
  const services = open();
  const { run, lease } = await beginRun(services);
  const lost: Gateway = {
    ...services.gatewayFor(portalId),
    update: async (type, updates, lane) => {
      await services.gatewayFor(portalId).update(type, updates, lane);
      throw new AppError("hubspot_outcome_unknown", "no answer");
    },
  };
  const first = deliver({ ...run, gateway: lost }, await wishes(), { lane: "live", lease });
  await expect(first).rejects.toThrow("no answer");
  await send();

  const mirrored = await readRecords(store.db, portalId, "contacts", [id]);
  expect(sent).toHaveLength(1);
  expect(mirrored.get(id)?.written).toMatchObject({ medqual_specialty: "cardiology" });
});

test("a run that began before a spelling was explained decides nothing", async () => {
  const services = open();
  const { run, lease } = await beginRun(services);
  await store.db.transaction().execute(async (trx) => {
    const taught = { field: "specialty", key: "x", spelling: "x", value: "ent" } as const;
    await teachSpelling(trx, portalId, { ...taught, userId: "1", at: 1 });
  });

  await expect(assessRecords(run, [], { lane: "live", lease })).rejects.toThrow(SettingsChanged);
});
