import { type Defined, definitionDrift } from "../../../src/fields/definition-drift.ts";
import { catalogueFor } from "../../../src/projection/catalogue-for.ts";
import type { PropertyDefinition } from "../../../src/projection/property-definition.ts";

const wanted: PropertyDefinition = {
  objectType: "contacts",
  role: "input",
  name: "medqual_specialty",
  label: "Medqual specialty",
  description: "Specialty.",
  type: "enumeration",
  fieldType: "select",
  options: [
    { value: "cardiology", label: "Cardiology" },
    { value: "oncology", label: "Oncology" },
  ],
};
const there: Defined = {
  name: "medqual_specialty",
  label: "Medqual specialty",
  groupName: "medqual",
  type: "enumeration",
  fieldType: "radio",
  options: [
    { value: "cardiology", label: "Cardiology", hidden: false },
    { value: "oncology", label: "Oncology", hidden: false },
  ],
};

test.each<readonly [string, Defined | null, readonly (readonly [string, string, string[]])[]]>([
  ["the same", there, []],
  ["gone or archived", null, [["missing", "repair", []]]],
  ["of another type", { ...there, type: "string" }, [["type", "blocked", []]]],
  ["for several values", { ...there, fieldType: "checkbox" }, [["type", "blocked", []]]],
  ["called otherwise", { ...there, label: "Specialty" }, [["label", "none", []]]],
  ["in another group", { ...there, groupName: "contactinformation" }, [["group", "none", []]]],
  [
    "without an option",
    { ...there, options: there.options.slice(0, 1) },
    [["options_missing", "repair", ["oncology"]]],
  ],
  [
    "with an option more, one hidden, one renamed",
    {
      ...there,
      options: [
        { value: "cardiology", label: "Heart", hidden: false },
        { value: "oncology", label: "Oncology", hidden: true },
        { value: "Cardio", label: "Cardio", hidden: false },
      ],
    },
    [
      ["options_hidden", "none", ["oncology"]],
      ["option_labels", "none", ["cardiology"]],
      ["options_added", "none", ["Cardio"]],
    ],
  ],
])("a definition that is %s", (_, defined, expected) => {
  const drifts = definitionDrift(wanted, defined, "medqual");

  expect(drifts.map(({ kind, remedy, options }) => [kind, remedy, options])).toEqual(expected);
  expect(new Set(drifts.map(({ property }) => property))).toEqual(
    new Set(expected.length === 0 ? [] : ["contacts.medqual_specialty"]),
  );
});

test("a portal's own values are options of the property that holds them", () => {
  const catalogue = catalogueFor({
    vocabulary: {
      specialty: { own_sleep: "Sleep medicine" },
      organizationType: { own_spa: "Medical spa" },
    },
  });
  const having = catalogue
    .filter(({ options = [] }) => options.some(({ value }) => value.startsWith("own_s")))
    .map(({ objectType, name, options }) => [objectType, name, options?.at(-1)]);

  expect(having).toEqual([
    ["contacts", "medqual_organization_type", { value: "own_spa", label: "Medical spa" }],
    ["companies", "medqual_organization_type", { value: "own_spa", label: "Medical spa" }],
    ["contacts", "medqual_specialty", { value: "own_sleep", label: "Sleep medicine" }],
  ]);
});
