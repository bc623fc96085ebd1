import { loadSeed } from "../../sandbox/portal/load-seed.ts";
import { openPortal } from "../../sandbox/portal/portal.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { openStore } from "../../sandbox/store/table-store.ts";
import { defaultSwitches } from "../../sandbox/switches.ts";

const now = Date.UTC(2026, 10, 24, 15, 30);
const seed = demoPortal(now);

test("a portal takes every record as it is, in the order given", () => {
  const store = openStore(undefined);
  const portal = openPortal({ store, now: () => now, switches: defaultSwitches });

  loadSeed(portal, seed);
  const kept = [
    ...portal.shelves["0-1"].all(),
    ...portal.shelves["0-2"].all(),
    ...portal.shelves["0-3"].all(),
  ];
  const given = [...seed.contacts, ...seed.companies, ...seed.deals];
  const altered = given.filter(({ properties }, index) =>
    Object.entries(properties).some(([name, value]) => kept[index]?.values[name] !== value),
  );

  expect(kept).toHaveLength(1950);
  expect(altered).toEqual([]);
  store.close();
});

test("free text is declared as text and counts as numbers", () => {
  const declared = seed.properties.map(({ objectType, name, fieldType }) => [
    `${objectType}.${name}`,
    fieldType,
  ]);

  expect(Object.fromEntries(declared)).toEqual({
    "contacts.specialty": "text",
    "contacts.organization_type": "text",
    "contacts.service_interest": "text",
    "contacts.lead_source": "text",
    "contacts.number_of_providers": "number",
    "contacts.ehr_system": "text",
    "contacts.how_can_we_help": "textarea",
    "companies.organization_type": "text",
    "companies.number_of_providers": "number",
    "companies.ehr_system": "text",
    "companies.npi": "text",
  });
});

test.each([
  ["hs_analytics_source", 9],
  ["lifecyclestage", 7],
  ["hs_lead_status", 8],
])("contacts use %s in all the ways people use it", (name, ways) => {
  const values = seed.contacts.flatMap(({ properties }) => properties[name] ?? []);

  expect(new Set(values).size).toBe(ways);
});
