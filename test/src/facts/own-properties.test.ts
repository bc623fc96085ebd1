import { allowedProperties } from "../../../src/facts/allow-list.ts";
import { readOwnProperties } from "../../../src/facts/own-properties.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { OwnProperty } from "../../../src/playbook/playbook.ts";

const own = (id: OwnProperty["id"], kind: OwnProperty["kind"]): OwnProperty => ({
  id,
  label: id,
  kind,
});
const contact = { id: "1", properties: {} };

test("properties that the playbook names are read from HubSpot", () => {
  const properties = [own("contact.grade", "choice"), own("company.arr", "number")];

  const allowed = allowedProperties({ ...hybridPlaybook, properties });

  expect(allowed.contacts).toContain("grade");
  expect(allowed.companies).toContain("arr");
});

test.each([
  ["choice", " A ", "A"],
  ["choices", "a; b", ["a", "b"]],
  ["number", "12.5", 12.5],
  ["date", "2026-11-24", Date.UTC(2026, 10, 24)],
] as const)("a %s property is read from %j", (kind, text, value) => {
  const records = { contact: { id: "1", properties: { x: text } }, company: null };

  const facts = readOwnProperties(records, [own("contact.x", kind)]);

  expect(facts["contact.x"]).toEqual({
    kind: "known",
    value,
    evidence: { property: "contact.x", text: text.trim(), certainty: "stated" },
  });
});

test.each([
  ["an empty field", null, "text"],
  ["a number that is none", "many", "number"],
  ["a date that is none", "soon", "date"],
] as const)("%s is unknown", (_, text, kind) => {
  const records = { contact: { id: "1", properties: { x: text } }, company: null };

  expect(readOwnProperties(records, [own("contact.x", kind)])).toEqual({
    "contact.x": { kind: "unknown" },
  });
});

test("without a company nothing is said of its properties", () => {
  expect(readOwnProperties({ contact, company: null }, [own("company.x", "text")])).toEqual({});
});
