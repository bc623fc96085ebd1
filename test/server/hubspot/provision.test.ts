import { AppError } from "../../../server/errors.ts";
import type { Gateway, ObjectType, PropertyDefinition } from "../../../server/hubspot/crm.ts";
import { drySurvey, provision } from "../../../server/hubspot/provision.ts";
import { propertyCatalogue, propertyGroup } from "../../../src/projection/catalogue.ts";
import { openGateway } from "./stand-ins.ts";

const group = { name: "medqual", label: "Medqual" };
const fit = {
  objectType: "contacts",
  role: "result",
  name: "medqual_fit",
  label: "Medqual fit",
  description: "",
  type: "number",
  fieldType: "number",
} as const;
const status = {
  ...fit,
  name: "medqual_status",
  type: "enumeration",
  fieldType: "select",
  options: [
    { label: "MQL", value: "mql" },
    { label: "SQL", value: "sql" },
  ],
} as const;

/** A portal's definitions in memory; refuses the names it is told to. */
function portal(options: { readonly refuses?: string } = {}) {
  const groups: string[] = [];
  const definitions = new Map<string, PropertyDefinition>();
  const put = (type: ObjectType, definition: PropertyDefinition) =>
    definitions.set(`${type}.${definition.name}`, definition);
  let writes = 0;
  const gateway: Gateway = {
    ...openGateway().gateway,
    properties: async (type) =>
      [...definitions].flatMap(([key, value]) => (key.startsWith(`${type}.`) ? [value] : [])),
    createPropertyGroup: async (type, { name }) => {
      writes++;
      groups.push(`${type}.${name}`);
    },
    createProperties: async (type, created) => {
      writes++;
      if (created.some(({ name }) => name === options.refuses))
        throw new AppError("hubspot_rejected", "long", { context: { words: "Too many" } });
      for (const definition of created) put(type, { ...definition, archived: false });
    },
    updatePropertyOptions: async (type, name, list) => {
      writes++;
      const there = definitions.get(`${type}.${name}`);
      if (there) put(type, { ...there, options: list });
    },
  };
  return { gateway, groups, definitions, put, writes: () => writes };
}

test("a fresh portal gets the group and every property of the catalogue", async () => {
  const { gateway, groups, definitions } = portal();

  const result = await provision(gateway, propertyCatalogue, propertyGroup);

  expect(result.created).toHaveLength(propertyCatalogue.length);
  expect(definitions.size).toBe(propertyCatalogue.length);
  const types = new Set(propertyCatalogue.map(({ objectType }) => objectType));
  expect(new Set(groups)).toEqual(new Set([...types].map((type) => `${type}.medqual`)));
  expect([result.repaired, result.unchanged, result.problems]).toEqual([[], 0, []]);
});

test("doing it again writes nothing", async () => {
  const { gateway, writes } = portal();
  await provision(gateway, propertyCatalogue, propertyGroup);
  const before = writes();

  const result = await provision(gateway, propertyCatalogue, propertyGroup);

  expect(writes()).toBe(before);
  expect(result).toEqual({
    created: [],
    repaired: [],
    unchanged: propertyCatalogue.length,
    problems: [],
  });
});

test("missing options are added; the portal's own, and its labels, stay", async () => {
  const { gateway, put, definitions } = portal();
  const own = { label: "Ours", value: "own", hidden: true };
  const renamed = { label: "Marketing qualified", value: "mql", hidden: false };
  const there = { ...status, groupName: "elsewhere", archived: false, options: [own, renamed] };
  put("contacts", there);

  const result = await provision(gateway, [status, fit], group);

  expect(result.repaired).toEqual(["contacts.medqual_status"]);
  expect(result.created).toEqual(["contacts.medqual_fit"]);
  expect(definitions.get("contacts.medqual_status")).toEqual({
    ...there,
    options: [own, renamed, { label: "SQL", value: "sql", hidden: false }],
  });
});

test.each([
  [{ type: "string", fieldType: "text" }, "is of type string, not enumeration"],
  [{ type: "enumeration", fieldType: "checkbox" }, "is a checkbox field, not select"],
])("a property that is %j already is reported and left alone", async (other, problem) => {
  const { gateway, put, writes } = portal();
  put("contacts", { ...status, ...other, groupName: "g", archived: false, options: [] });

  const result = await provision(gateway, [status], group);

  expect(writes()).toBe(0);
  expect(result.problems).toEqual([
    { name: "contacts.medqual_status", problem: expect.stringContaining(problem) },
  ]);
});

test("a property that HubSpot refuses is reported, and the others are created", async () => {
  const { gateway, definitions } = portal({ refuses: "medqual_status" });

  const result = await provision(gateway, [status, fit], group);

  expect(result.created).toEqual(["contacts.medqual_fit"]);
  expect(result.problems).toEqual([
    { name: "contacts.medqual_status", problem: "HubSpot refused it: Too many" },
  ]);
  expect([...definitions.keys()]).toEqual(["contacts.medqual_fit"]);
});

test("a fault that is not about the property ends it", async () => {
  const fault = new AppError("hubspot_forbidden", "scope missing");
  const gateway: Gateway = {
    ...portal().gateway,
    createProperties: () => Promise.reject(fault),
  };

  await expect(provision(gateway, [fit], group)).rejects.toBe(fault);
});

test("without the scope of a type nothing of it is tried, and the scope is named", async () => {
  const { gateway, writes } = portal();

  const result = await provision(gateway, [status, fit], group, ["crm.schemas.companies.write"]);

  expect(writes()).toBe(0);
  expect(result).toEqual({
    created: [],
    repaired: [],
    unchanged: 0,
    problems: ["contacts.medqual_status", "contacts.medqual_fit"].map((name) => ({
      name,
      problem: "needs the scope crm.schemas.contacts.write: install the app again and grant it",
    })),
  });
});

test("a survey tells what would be done, and does nothing", async () => {
  const { gateway, put, writes } = portal();
  const renamed = { ...fit, label: "Our fit" };
  put("contacts", { ...renamed, groupName: "medqual", archived: false, options: [] });

  const drifts = await drySurvey(gateway, [status, fit], group);

  expect(writes()).toBe(0);
  expect(drifts.map(({ property, kind, remedy }) => [property, kind, remedy])).toEqual([
    ["contacts.medqual_status", "missing", "repair"],
    ["contacts.medqual_fit", "label", "none"],
  ]);
});

test("a property that comes back from the archive with old options gets the new ones", async () => {
  const { gateway, put, definitions } = portal();
  const reviving: Gateway = {
    ...gateway,
    createProperties: async (type, created) => {
      for (const each of created)
        put(type, { ...each, options: each.options.slice(0, 1), archived: false });
    },
  };

  const result = await provision(reviving, [status], group);

  expect(result).toEqual({
    created: ["contacts.medqual_status"],
    repaired: [],
    unchanged: 0,
    problems: [],
  });
  expect(definitions.get("contacts.medqual_status")?.options.map(({ value }) => value)).toEqual([
    "mql",
    "sql",
  ]);
});
