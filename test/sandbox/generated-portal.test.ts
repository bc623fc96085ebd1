import { createHash } from "node:crypto";
import { loadSeed } from "../../sandbox/portal/load-seed.ts";
import { openPortal } from "../../sandbox/portal/portal.ts";
import { blocksOf, generatedPortal } from "../../sandbox/seed/generated/generated-portal.ts";
import { plantedTruth } from "../../sandbox/seed/generated/planted-truth.ts";
import { openStore } from "../../sandbox/store/table-store.ts";
import { defaultSwitches } from "../../sandbox/switches.ts";

const size = { contacts: 4_000, seed: 11, now: Date.UTC(2026, 10, 24, 15, 30) };
const truth = plantedTruth(size);
const parts = [...generatedPortal(size).parts];
const contacts = parts.flatMap((part) => part.contacts);
const deals = parts.flatMap((part) => part.deals);

function fingerprint(changes: Partial<typeof size>): string {
  const hash = createHash("sha256");
  for (const part of generatedPortal({ ...size, ...changes }).parts) {
    hash.update(JSON.stringify(part));
  }
  return hash.digest("hex");
}

test("the same start gives the same bytes, another one others", () => {
  expect(fingerprint({})).toBe(fingerprint({}));
  expect(fingerprint({ seed: 12 })).not.toBe(fingerprint({}));
});

test.each([1, 2, 37, 1_000])("a portal of %d contacts has as many", (count) => {
  const { parts: made } = generatedPortal({ ...size, contacts: count });

  expect([...made].flatMap((part) => part.contacts)).toHaveLength(count);
});

test("a smaller portal is the beginning of a larger one", () => {
  const small = [...generatedPortal({ ...size, contacts: 500 }).parts];

  expect(small.slice(0, -1)).toEqual(parts.slice(0, small.length - 1));
});

test("a portal takes every record: addresses differ and references lead somewhere", () => {
  const store = openStore(undefined);
  const portal = openPortal({ store, now: () => size.now, switches: defaultSwitches });

  loadSeed(portal, generatedPortal(size));

  expect(portal.shelves["0-1"].size()).toBe(size.contacts);
  expect(portal.shelves["0-2"].size()).toBe(parts.length);
  expect(portal.shelves["0-3"].size()).toBe(deals.length);
});

test("the leads that convert are few, and those that did by now have a deal", () => {
  const withDeal = new Set(deals.flatMap((deal) => deal.contacts));
  const leads = [...blocksOf(size)].flatMap((block) => block.leads);
  const converted = leads.filter(({ hasConverted }) => hasConverted);

  expect(truth.converting.length / size.contacts).toBeGreaterThan(0.02);
  expect(truth.converting.length / size.contacts).toBeLessThan(0.12);
  expect(converted.filter(({ record }) => !withDeal.has(record.key))).toEqual([]);
  expect(converted.length).toBeGreaterThan(20);
});

test("the inflating source brings many MQLs and hardly a buyer", () => {
  const buyers = new Set(truth.converting);
  const since = Date.parse(truth.inflatingSource.since);
  const recent = contacts.filter(({ createdAt }) => Date.parse(createdAt) >= since);
  const [ofSource, ofOthers] = [true, false].map((wanted) => {
    const leads = recent.filter(
      ({ properties }) =>
        (properties["recent_conversion_event_name"] === truth.inflatingSource.conversion) ===
        wanted,
    );
    const mqls = leads.filter(
      ({ properties }) => properties["lifecyclestage"] === "marketingqualifiedlead",
    );
    const bought = mqls.filter(({ properties }) => buyers.has(properties["email"] ?? ""));
    return { mqlShare: mqls.length / leads.length, buyerShare: bought.length / mqls.length };
  });

  expect(ofSource?.mqlShare).toBeGreaterThan(2 * (ofOthers?.mqlShare ?? 1));
  expect(ofSource?.buyerShare).toBeLessThan((ofOthers?.buyerShare ?? 0) / 2);
});

test("the rep who under-marks leaves most converted leads before SQL, the others few", () => {
  const { unmarkedShare, unmarkedShareOfOthers } = truth.underMarkingRep;

  expect(unmarkedShare).toBeGreaterThan(0.5);
  expect(unmarkedShareOfOthers).toBeLessThan(0.2);
});

test("nothing in the portal tells the truth about it", () => {
  const names = new Set(contacts.flatMap(({ properties }) => Object.keys(properties)));

  expect([...names].filter((name) => /truth|convert(s|ed|ing)|planted|inflat/.test(name))).toEqual(
    [],
  );
});
