import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  aSeed,
  call,
  ids,
  sdk,
  seeded,
  start,
  testClock,
  type Reply,
} from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

// Search allows five calls a second.
beforeEach(() => clock.pass(10_000));

afterAll(() => sandbox.close());

function search(body: unknown): Promise<Reply> {
  return call(sandbox, "/crm/objects/2026-09/contacts/search", body);
}

function where(...filters: readonly unknown[]) {
  return { filterGroups: [{ filters }] };
}

const both = [seeded.cio, seeded.nurse];

test.each([
  [{ propertyName: "email", operator: "EQ", value: "CIO@Mercy.example" }, [seeded.cio]],
  [{ propertyName: "email", operator: "NEQ", value: "cio@mercy.example" }, [seeded.nurse]],
  [{ propertyName: "email", operator: "IN", values: ["cio@mercy.example", "x"] }, [seeded.cio]],
  [{ propertyName: "firstname", operator: "IN", values: ["Ida"] }, []],
  [{ propertyName: "firstname", operator: "IN", values: ["ida"] }, [seeded.cio]],
  [{ propertyName: "email", operator: "NOT_IN", values: ["cio@mercy.example"] }, [seeded.nurse]],
  [{ propertyName: "lifecyclestage", operator: "EQ", value: "LEAD" }, []],
  [{ propertyName: "lifecyclestage", operator: "IN", values: ["lead"] }, [seeded.cio]],
  [{ propertyName: "lastname", operator: "HAS_PROPERTY" }, [seeded.cio]],
  [{ propertyName: "lastname", operator: "NOT_HAS_PROPERTY" }, [seeded.nurse]],
  [{ propertyName: "hs_analytics_num_page_views", operator: "GT", value: "6" }, [seeded.cio]],
  [{ propertyName: "hs_analytics_num_page_views", operator: "LTE", value: "6" }, []],
  [
    {
      propertyName: "hs_analytics_num_page_views",
      operator: "BETWEEN",
      value: "7",
      highValue: "10",
    },
    [seeded.cio],
  ],
  [
    { propertyName: "createdate", operator: "LT", value: String(Date.UTC(2026, 0, 7)) },
    [seeded.cio],
  ],
  [{ propertyName: "createdate", operator: "GTE", value: "2026-01-07T08:00:00Z" }, [seeded.nurse]],
  [{ propertyName: "email", operator: "CONTAINS_TOKEN", value: "*@mercy.example" }, both],
  [{ propertyName: "email", operator: "CONTAINS_TOKEN", value: "NURSE" }, [seeded.nurse]],
  [{ propertyName: "email", operator: "NOT_CONTAINS_TOKEN", value: "nurse" }, [seeded.cio]],
  [{ propertyName: "hs_object_id", operator: "GT", value: seeded.cio }, [seeded.nurse]],
  [{ propertyName: "associations.company", operator: "EQ", value: seeded.hospital }, [seeded.cio]],
])("the filter %j finds %j", async (filter, found) => {
  const reply = await search(where(filter));

  expect(reply.body).toMatchObject({ total: found.length });
  expect(ids(reply)).toEqual(found);
});

test("filters of a group all hold, and groups are alternatives", async () => {
  const cio = { propertyName: "firstname", operator: "EQ", value: "ida" };
  const nurse = { propertyName: "firstname", operator: "EQ", value: "noa" };

  const all = await search(where(cio, nurse));
  const either = await search({ filterGroups: [{ filters: [cio] }, { filters: [nurse] }] });

  expect(ids(all)).toEqual([]);
  expect(ids(either)).toEqual(both);
});

test("filters may stand without a group", async () => {
  const reply = await search({
    filters: [{ propertyName: "firstname", operator: "EQ", value: "ida" }],
  });

  expect(ids(reply)).toEqual([seeded.cio]);
});

test("without a sort the oldest record is first, whatever the ids", async () => {
  const [young, old] = ["2026-03-01T08:00:00.000Z", "2026-02-01T08:00:00.000Z"];
  const contacts = [young, old].map((createdAt, index) => ({
    key: String(index),
    createdAt,
    properties: { email: `${index}@x.example` },
  }));
  const other = await start({ seed: () => aSeed({ contacts, deals: [] }) });

  const reply = await call(other, "/crm/objects/2026-09/contacts/search", {
    properties: ["email"],
  });
  await other.close();

  expect(reply.field("results.0.properties.email")).toBe("1@x.example");
});

test("results are sorted and paged", async () => {
  const page = { sorts: [{ propertyName: "createdate", direction: "DESCENDING" }], limit: 1 };

  const first = await search(page);
  const second = await search({ ...page, after: first.field("paging.next.after") });

  expect(ids(first)).toEqual([seeded.nurse]);
  expect(ids(second)).toEqual([seeded.cio]);
  expect(second.body).not.toHaveProperty("paging");
});

test("a change is found only after the index has caught up, and so is an archived record's end", async () => {
  const other = await start({ now: clock.now, seed: () => aSeed() });
  const found = async (stage: string) =>
    ids(
      await call(
        other,
        "/crm/objects/2026-09/contacts/search",
        where({ propertyName: "lifecyclestage", operator: "EQ", value: stage }),
      ),
    );
  const path = `/crm/objects/2026-09/contacts/${seeded.cio}`;
  await call(other, path, { properties: { lifecyclestage: "customer" } }, { method: "PATCH" });

  const atOnce = [await found("customer"), await found("lead")];
  clock.pass(5_000);
  const later = [await found("customer"), await found("lead")];
  await call(other, path, undefined, { method: "DELETE" });
  const deleted = await found("customer");
  clock.pass(5_000);
  const gone = await found("customer");
  await other.close();

  expect(atOnce).toEqual([[], [seeded.cio]]);
  expect(later).toEqual([[seeded.cio], []]);
  expect([deleted, gone]).toEqual([[seeded.cio], []]);
});

const filter = { propertyName: "email", operator: "HAS_PROPERTY" };

test.each([
  ["201 results per page", { limit: 201 }],
  ["six groups", { filterGroups: Array.from({ length: 6 }, () => ({ filters: [filter] })) }],
  [
    "seven filters in a group",
    { filterGroups: [{ filters: Array.from({ length: 7 }, () => filter) }] },
  ],
  ["two sorts", { sorts: ["email", "createdate"] }],
  ["results beyond the 10,000th", { after: "10000" }],
  ["a body beyond 3,000 characters", { query: "x".repeat(3_000) }],
  ["an unknown property", where({ ...filter, propertyName: "no_such" })],
  ["an operator without its value", where({ propertyName: "email", operator: "EQ" })],
])("a search with %s is refused", async (_, body) => {
  const reply = await search(body);

  expect(reply.status).toBe(400);
  expect(reply.field("category")).toBe("VALIDATION_ERROR");
});

test("the sixth search within a second is refused, without a word about limits", async () => {
  const replies: Reply[] = [];
  for (let turn = 0; turn < 6; turn += 1) replies.push(await search({}));
  clock.pass(1_000);
  const later = await search({});

  const last = replies.at(-1);
  expect(replies.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(last?.status).toBe(429);
  expect(last?.body).toEqual({
    status: "error",
    message: "You have reached your secondly limit.",
    correlationId: expect.any(String),
    category: "RATE_LIMITS",
  });
  expect(last?.headers.get("x-hubspot-ratelimit-max")).toBeNull();
  expect(later.status).toBe(200);
});

test("the SDK searches companies by text", async () => {
  const reply = await sdk(sandbox).crm.companies.searchApi.doSearch({ query: "mercy", limit: 5 });

  expect(reply.results.map(({ id }) => id)).toEqual([seeded.hospital]);
});

test.each([
  ["both names, in any order", "cole ida", [seeded.cio]],
  ["a name and a part of the address", "ida mercy", [seeded.cio]],
  ["a name and a word of nobody", "ida nobody", []],
])("a query of %s finds who has every word", async (_, query, ids) => {
  const reply = await sdk(sandbox).crm.contacts.searchApi.doSearch({ query, limit: 5 });

  expect(reply.results.map(({ id }) => id)).toEqual(ids);
});
