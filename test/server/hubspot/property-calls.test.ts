import type { PropertyDefinition } from "../../../server/hubspot/crm.ts";
import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway } from "./stand-ins.ts";
import { thrownBy } from "./thrown-by.ts";

const path = "/crm/properties/2026-09/contacts";

const fit: Omit<PropertyDefinition, "archived"> = {
  name: "medqual_fit",
  label: "Medqual fit",
  description: "From 0 to 100.",
  groupName: "medqual",
  type: "number",
  fieldType: "number",
  options: [],
};
const status: Omit<PropertyDefinition, "archived"> = {
  ...fit,
  name: "medqual_status",
  type: "enumeration",
  fieldType: "select",
  options: [
    { label: "MQL", value: "mql", hidden: false },
    { label: "Old", value: "old", hidden: true },
  ],
};
const sentFit = {
  groupName: "medqual",
  name: "medqual_fit",
  label: "Medqual fit",
  description: "From 0 to 100.",
  type: "number",
  fieldType: "number",
  formField: true,
};
const options = [
  { label: "MQL", value: "mql", displayOrder: 0, hidden: false },
  { label: "Old", value: "old", displayOrder: 1, hidden: true },
];
const sentStatus = {
  ...sentFit,
  name: "medqual_status",
  type: "enumeration",
  fieldType: "select",
  options,
};

test("definitions are read with their options", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .get(path)
    .reply(200, { results: [{ ...sentStatus, modificationMetadata: {} }, sentFit] });

  const found = await gateway.properties("contacts");

  expect(found).toEqual([
    { ...status, archived: false },
    { ...fit, archived: false },
  ]);
});

test("several properties are created in one call", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(`${path}/batch/create`, { inputs: [sentFit, sentStatus] })
    .reply(201, { results: [sentFit, sentStatus] });

  const creating = gateway.createProperties("contacts", [fit, status]);

  await expect(creating).resolves.toBeUndefined();
});

test("what a batch left out is created alone", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(`${path}/batch/create`)
    .reply(207, { results: [sentFit], errors: [hubspotError({})], numErrors: 1 })
    .post(path, sentStatus)
    .reply(201, sentStatus);

  const creating = gateway.createProperties("contacts", [fit, status]);

  await expect(creating).resolves.toBeUndefined();
});

test("where a batch is refused, existing names stay and archived ones come back", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(`${path}/batch/create`)
    .reply(409, hubspotError({ category: "OBJECT_ALREADY_EXISTS" }))
    .post(path, sentFit)
    .reply(409, hubspotError({ category: "OBJECT_ALREADY_EXISTS" }))
    .post(path, sentStatus)
    .reply(201, sentStatus);

  const creating = gateway.createProperties("contacts", [fit, status]);

  await expect(creating).resolves.toBeUndefined();
});

test("a refused definition is told with HubSpot's words", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(path)
    .reply(400, hubspotError({ message: "Too many properties" }));

  const error = await thrownBy(gateway.createProperties("contacts", [fit]));

  expect(error.code).toBe("hubspot_rejected");
  expect(error.context["words"]).toBe("Too many properties");
});

test("a group that exists is as good as a new one", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(`${path}/groups`, { name: "medqual", label: "Medqual", displayOrder: -1 })
    .reply(409, hubspotError({}));

  const creating = gateway.createPropertyGroup("contacts", { name: "medqual", label: "Medqual" });

  await expect(creating).resolves.toBeUndefined();
});

test("a missing scope is not mistaken for an existing group", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .post(`${path}/groups`)
    .reply(403, hubspotError({ category: "MISSING_SCOPES" }));
  const group = { name: "medqual", label: "Medqual" };

  const error = await thrownBy(gateway.createPropertyGroup("contacts", group));

  expect(error.code).toBe("hubspot_forbidden");
});

test("options are sent as the whole list, in order", async () => {
  const { gateway } = openGateway();
  mockHubSpot().patch(`${path}/medqual_status`, { options }).reply(200, sentStatus);

  const changing = gateway.updatePropertyOptions("contacts", "medqual_status", status.options);

  await expect(changing).resolves.toBeUndefined();
});
