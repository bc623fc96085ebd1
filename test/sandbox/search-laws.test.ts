import fc from "fast-check";
import {
  archive,
  commit,
  draftCreate,
  draftUpdate,
  restore,
} from "../../sandbox/portal/objects.ts";
import { openPortal, type Portal } from "../../sandbox/portal/portal.ts";
import { recordValue, type CrmRecord } from "../../sandbox/portal/record.ts";
import type { Write } from "../../sandbox/portal/write-values.ts";
import { firstInOrder } from "../../sandbox/search/first-in-order.ts";
import { openSearchIndex } from "../../sandbox/search/search-index.ts";
import { searchBody } from "../../sandbox/search/search-request.ts";
import { search } from "../../sandbox/search/search.ts";
import { openStore } from "../../sandbox/store/table-store.ts";
import { defaultSwitches } from "../../sandbox/switches.ts";

const lagMs = 5_000;

test("the first in order are those of the whole list in order", () => {
  const items = fc.array(fc.record({ key: fc.nat({ max: 20 }), place: fc.nat() }), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(items, fc.nat({ max: 50 }), (list, count) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      const first = firstInOrder(count, compare);
      for (const item of list) first.add(item);

      expect(first.result()).toEqual(list.toSorted(compare).slice(0, count));
    }),
  );
});

type Time = { now: number };
const words = ["ann", "Bo", "cleo", "Ann"] as const;
const change = fc.record({
  kind: fc.constantFrom("create" as const, "create" as const, "update" as const),
  who: fc.nat({ max: 9 }),
  firstname: fc.constantFrom(...words, ""),
  views: fc.constantFrom("", "1", "2", "10"),
});
const removal = fc.record({
  kind: fc.constantFrom("archive" as const, "restore" as const, "forget" as const),
  who: fc.nat({ max: 9 }),
});
const pause = fc.record({
  kind: fc.constant("wait" as const),
  ms: fc.constantFrom(1_000, 4_000, 9_000),
});
const act = fc.oneof(
  { weight: 6, arbitrary: change },
  { weight: 1, arbitrary: removal },
  { weight: 3, arbitrary: pause },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function somePortal(time: Time): Portal {
  return openPortal({
    store: openStore(undefined),
    now: () => time.now,
    switches: { ...defaultSwitches, searchIndexLagMs: lagMs },
  });
}

function perform(portal: Portal, time: Time, step: Act): void {
  if (step.kind === "wait") {
    time.now += step.ms;
    return;
  }
  const write: Write = { source: { type: "CRM_UI", id: "1" }, at: time.now, authority: "portal" };
  const shelf = portal.shelves["0-1"];
  const record = [...shelf.all()][step.who];
  const raw =
    "firstname" in step
      ? { firstname: step.firstname, hs_analytics_num_page_views: step.views }
      : {};
  if (step.kind === "create") commit(portal, draftCreate(portal, "0-1", { raw, write }));
  if (record === undefined) return;
  if (step.kind === "update") commit(portal, draftUpdate(portal, record, { raw, write }));
  if (step.kind === "archive") archive(portal, record, write);
  if (step.kind === "restore") restore(portal, record, write);
  if (step.kind === "forget") shelf.remove(record.id);
}

/** What search may know, plainly: each record as it was before its writes of the last seconds. */
function plainView(portal: Portal, time: Time) {
  const states = new Map<string, { at: number; record: CrmRecord | undefined }[]>();
  portal.shelves["0-1"].onPut((before, next) => {
    const id = next?.id ?? before?.id ?? "";
    states.set(id, [...(states.get(id) ?? []), { at: time.now, record: next }]);
  });
  return (): readonly CrmRecord[] =>
    [...states.values()]
      .map((versions) => versions.findLast(({ at }) => at <= time.now - lagMs)?.record)
      .flatMap((record) => (record?.archivedAt === undefined ? (record ?? []) : []))
      .sort((a, b) => Number(a.id) - Number(b.id));
}

const sort = fc.record({
  propertyName: fc.constantFrom(
    "firstname",
    "hs_analytics_num_page_views",
    "createdate",
    "lastmodifieddate",
    "hs_object_id",
  ),
  direction: fc.constantFrom("ASCENDING" as const, "DESCENDING" as const),
});

/** Sorts as it is written: by values turned into what they stand for, empty ones last. */
function plainOrder(
  records: readonly CrmRecord[],
  order: typeof sort extends fc.Arbitrary<infer T> ? T : never,
) {
  const { propertyName, direction } = order;
  const keyOf = (record: CrmRecord) => {
    const value = recordValue(record, propertyName);
    if (value === undefined) return undefined;
    if (propertyName === "firstname") return value.toLowerCase();
    return propertyName.endsWith("date") ? Date.parse(value) : Number(value);
  };
  const full = records.filter((record) => keyOf(record) !== undefined);
  const empty = records.filter((record) => keyOf(record) === undefined);
  const sign = direction === "ASCENDING" ? 1 : -1;
  full.sort((a, b) => {
    const [left = "", right = ""] = [keyOf(a), keyOf(b)];
    if (left === right) return 0;
    return left < right ? -sign : sign;
  });
  return [...full, ...empty];
}

test("a page of a search is what going through all records plainly would give", () => {
  const page = fc.record({ after: fc.nat({ max: 6 }), limit: fc.nat({ max: 6 }) });
  const query = fc.constantFrom(undefined, "an", "BO", "an cleo");
  const few = fc.constantFrom(undefined, "1", "2");
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 40, size: "max" }),
      sort,
      page,
      query,
      few,
      (acts, order, at, asked, least) => {
        const time: Time = { now: Date.UTC(2026, 0, 1) };
        const portal = somePortal(time);
        const index = openSearchIndex(portal);
        const visible = plainView(portal, time);
        for (const step of acts) {
          perform(portal, time, step);
          const enough = plainOrder(visible(), order).filter(
            (record) =>
              least === undefined ||
              Number(record.values["hs_analytics_num_page_views"]) >= Number(least),
          );
          const found = enough.filter((record) =>
            (asked ?? "")
              .toLowerCase()
              .split(" ")
              .every((word) =>
                (recordValue(record, "firstname") ?? "").toLowerCase().includes(word),
              ),
          );
          const filter = {
            propertyName: "hs_analytics_num_page_views",
            operator: "GTE",
            value: least,
          };
          const filters = least === undefined ? [] : [filter];
          const request = searchBody.parse({ sorts: [order], query: asked, filters, ...at });

          const { total, records } = search(portal, index, { type: "0-1", request });

          expect(total).toBe(found.length);
          expect(records).toEqual(found.slice(at.after, at.after + at.limit));
        }
      },
    ),
    { numRuns: 60 },
  );
});
