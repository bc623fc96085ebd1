import { lookAlikes } from "../../../src/fields/look-alikes.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";

const property = (name: string, label: string, options: readonly string[] = []) => ({
  name,
  label,
  type: options.length > 0 ? "enumeration" : "string",
  options,
});

test.each([
  ["another name for it", property("practice_specialty", "Practice specialty"), "specialty"],
  ["the name with other letters", property("x1", "Org. type"), "organizationType"],
  [
    "options that mean its values",
    property("field_of_work", "Field", ["Cardio", "Ortho", "Peds", "Something else"]),
    "specialty",
  ],
  ["the property that the playbook reads", property("specialty", "Specialty"), null],
  ["our own", property("medqual_specialty", "Medqual specialty"), null],
  ["HubSpot's own", property("hs_specialty", "Specialty"), null],
  ["options of which few mean anything", property("x2", "X", ["Cardio", "a", "b", "c"]), null],
  [
    "something else",
    property("favourite_color", "Favourite color", ["Red", "Blue", "Green"]),
    null,
  ],
])("a property with %s", (_, definition, expected) => {
  const definitions = { contacts: [definition], companies: [] };

  expect(lookAlikes({ definitions }, hybridPlaybook).map(({ field }) => field)).toEqual(
    expected === null ? [] : [expected],
  );
});
