import type { ContactDecision } from "../../../src/decision.ts";
import { countGaps, countHeld, recordsWithValues } from "../../../server/store/field-effects.ts";
import { countValues } from "../../../server/store/field-values.ts";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";

// Whom a field keeps on hold, counted from the decisions.

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await keep("1", { specialty: "zzz" }, ["specialty", "size"]);
  await keep("2", { specialty: "zzz" }, ["specialty"]);
  await keep("3", { specialty: "asdf" }, ["size"]);
  await keep("4", { specialty: "zzz" }, null);
  await keep("5", {}, ["specialty"]);
  await mirror("companies", "10", { organization_type: "thing" });
}, 30_000);
afterAll(() => store.close());

async function mirror(
  object_type: "contacts" | "companies",
  object_id: string,
  properties: Record<string, string>,
): Promise<void> {
  const row = { portal_id: "1", object_type, object_id, updated_at: Number(object_id) };
  await store.db
    .insertInto("records")
    .values({
      ...row,
      properties: JSON.stringify(properties),
      written: "{}",
      company_id: object_type === "contacts" ? "10" : null,
      gone: false,
    })
    .execute();
}

/** A contact that is on hold for these facts, or not on hold. */
async function keep(
  id: string,
  properties: Record<string, string>,
  missing: readonly string[] | null,
): Promise<void> {
  await mirror("contacts", id, properties);
  const verdict =
    missing === null ? { kind: "not_yet", because: ["fit"] } : { kind: "hold", missing };
  await store.db
    .insertInto("standings")
    .values({
      portal_id: "1",
      object_type: "contacts",
      object_id: id,
      sequence: 1,
      status: missing === null ? "nurture" : "hold",
      standing: "null",
      decision: JSON.stringify({ verdict } as Partial<ContactDecision>),
      facts: "{}",
      outcome: "",
      decided_at: 1,
      playbook_version: 1,
      next_at: null,
    })
    .execute();
}

test("gaps are ranked by the contacts that wait for them; those that wait for nothing else are told", async () => {
  expect(await countGaps(store.db, "1")).toEqual([
    { fact: "specialty", onHold: 3, alone: 2 },
    { fact: "size", onHold: 2, alone: 1 },
  ]);
});

test.each([
  ["contacts", "specialty", ["zzz"], 2],
  ["contacts", "specialty", ["zzz", "asdf"], 2],
  ["contacts", "specialty", ["asdf"], 0],
  ["contacts", "specialty", [], 0],
  ["companies", "organization_type", ["thing"], 3],
] as const)("of %s.%s %j keeps %i contacts on hold for their specialty", async (...given) => {
  const [objectType, property, texts, expected] = given;

  expect(await countHeld(store.db, "1", { fact: "specialty", objectType, property, texts })).toBe(
    expected,
  );
});

test("values are counted with a few of the records that have them; the latest are found first", async () => {
  const of = { objectType: "contacts", property: "specialty" } as const;

  expect(await countValues(store.db, "1", { ...of, whereEmpty: null })).toEqual([
    { text: "zzz", records: 3, examples: ["1", "2", "4"] },
    { text: "asdf", records: 1, examples: ["3"] },
  ]);
  expect(await recordsWithValues(store.db, "1", { ...of, texts: ["zzz"], limit: 2 })).toEqual([
    "4",
    "2",
  ]);
});
