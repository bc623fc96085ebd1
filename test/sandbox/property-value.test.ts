import fc from "fast-check";
import { definitionsOf } from "../../sandbox/portal/definitions.ts";
import { parseValue } from "../../sandbox/portal/property-value.ts";
import { standardProperties } from "../../sandbox/portal/standard/catalogue.ts";
import type { PropertyDefinition } from "../../sandbox/portal/property-definition.ts";
import { start } from "./sandbox-under-test.ts";

function contactProperty(name: string): PropertyDefinition {
  const definition = standardProperties["0-1"].get(name);
  if (definition === undefined) throw new Error(`there is no property ${name}`);
  return definition;
}

const ofType = {
  number: contactProperty("num_notes"),
  datetime: contactProperty("notes_last_updated"),
  bool: contactProperty("hs_email_optout"),
  radio: contactProperty("hs_lead_status"),
  checkbox: contactProperty("hs_buying_role"),
  email: contactProperty("email"),
  date: { ...contactProperty("city"), type: "date" },
} as const satisfies Record<string, PropertyDefinition>;

test.each([
  ["number", "12", "12"],
  ["number", "1.50", "1.5"],
  ["number", "-3", "-3"],
  ["number", "123456789012345678901", "123456789012345678901"],
  ["bool", "TRUE", "true"],
  ["date", "2026-02-28", "2026-02-28"],
  ["date", "1772236800000", "2026-02-28"],
  ["datetime", "2026-02-28T10:00:00+02:00", "2026-02-28T08:00:00.000Z"],
  ["datetime", "2026-02-28", "2026-02-28T00:00:00.000Z"],
  ["datetime", "1772236800000", "2026-02-28T00:00:00.000Z"],
  ["radio", "NEW", "NEW"],
  ["checkbox", "CHAMPION;BLOCKER;CHAMPION", "CHAMPION;BLOCKER"],
  ["email", " Ann@Clinic.Example ", "ann@clinic.example"],
  ["number", "", ""],
] as const)("the %s %j is kept as %j", (type, raw, kept) => {
  expect(parseValue(ofType[type], raw, undefined)).toEqual({ kind: "value", value: kept });
});

test.each([
  ["number", "1,5", "INVALID_INTEGER"],
  ["number", "0x10", "INVALID_INTEGER"],
  ["number", " ", "LEADING_TRAILING_WHITESPACE"],
  ["bool", "yes", "INVALID_OPTION"],
  ["date", "2026-02-30", "INVALID_DATE"],
  ["date", "28/02/2026", "INVALID_DATE"],
  ["date", "1772236800001", "INVALID_DATE"],
  ["datetime", "tomorrow", "INVALID_LONG"],
  ["datetime", "2026-02-28T10:00:00", "INVALID_LONG"],
  ["radio", "NEW;OPEN", "INVALID_OPTION"],
  ["checkbox", "CHAMPION;king", "INVALID_OPTION"],
  ["email", "a@b", "INVALID_EMAIL"],
  ["email", "a b@c.example", "INVALID_EMAIL"],
] as const)("the %s %j is refused with %s", (type, raw, code) => {
  expect(parseValue(ofType[type], raw, undefined)).toMatchObject({ kind: "invalid", code });
});

test("what HubSpot keeps, it keeps as it is when it is written again", () => {
  const types = fc.constantFrom(...Object.values(ofType));
  const raws = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );

  fc.assert(
    fc.property(types, raws, (definition, raw) => {
      const first = parseValue(definition, raw, undefined);
      if (first.kind === "invalid") return;

      expect(parseValue(definition, first.value, undefined)).toEqual(first);
    }),
  );
});

test("every standard property stands in a group that exists", async () => {
  const sandbox = await start();

  const groups = (["0-1", "0-2", "0-3"] as const).flatMap((type) =>
    definitionsOf(sandbox.portal, type, "active").map(({ groupName }) => `${type}/${groupName}`),
  );
  await sandbox.close();

  expect([...new Set(groups)].sort()).toEqual([
    "0-1/analyticsinformation",
    "0-1/contactinformation",
    "0-1/emailinformation",
    "0-2/analyticsinformation",
    "0-2/companyactivity",
    "0-2/companyinformation",
    "0-3/deal_activity",
    "0-3/dealinformation",
  ]);
});
