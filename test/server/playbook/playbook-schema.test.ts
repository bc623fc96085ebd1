import { playbookSchema } from "../../../server/playbook/playbook-schema.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";

test("the schema names every key of a playbook, and lets no other in", () => {
  const schema = playbookSchema();

  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Medqual playbook",
    additionalProperties: false,
    required: Object.keys(hybridPlaybook),
  });
});
