import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, sdk, seeded, start } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start();
});

afterAll(() => sandbox.close());

const timestamp = "2026-10-05T14:00:00.000Z";

function to(id: string, associationTypeId: number) {
  return { to: { id }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }] };
}

test.each([
  ["calls", "0-48", { hs_call_direction: "OUTBOUND" }, 194],
  ["emails", "0-49", { hs_email_direction: "INCOMING_EMAIL" }, 198],
  ["meetings", "0-47", { hs_meeting_outcome: "COMPLETED" }, 200],
  ["notes", "0-46", { hs_note_body: "Met at the fair" }, 202],
  ["tasks", "0-27", { hs_task_status: "NOT_STARTED" }, 204],
])("%s are made for a contact and read from it", async (name, typeId, properties, type) => {
  const made = await call(sandbox, `/crm/objects/2026-09/${name}`, {
    properties: { hs_timestamp: timestamp, ...properties },
    associations: [to(seeded.cio, type)],
  });

  const id = String(made.field("id"));
  const listed = await call(
    sandbox,
    `/crm/objects/2026-09/${typeId}?properties=${Object.keys(properties).join()}`,
  );
  const linked = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}/associations/${typeId}`,
  );
  const inline = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}?associations=${name}`,
  );

  expect(made.status).toBe(201);
  expect(listed.field("results.0.properties")).toEqual({
    ...properties,
    hs_createdate: expect.any(String),
    hs_lastmodifieddate: expect.any(String),
    hs_object_id: id,
  });
  expect(linked.field("results.0.toObjectId")).toBe(Number(id));
  expect(inline.field(`associations.${name}.results`)).toEqual([
    { id, type: `contact_to_${name.slice(0, -1)}` },
  ]);
});

test("an activity without its date is refused in HubSpot's words", async () => {
  const reply = await call(sandbox, "/crm/objects/2026-09/tasks", {
    properties: { hs_task_subject: "Call back" },
  });

  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({
    message: "Error creating TASK. Some required properties were not set.",
    context: { properties: ["hs_timestamp"] },
    category: "VALIDATION_ERROR",
  });
});

test("the SDK reads meetings in batches and finds calls", async () => {
  const { meetings, calls } = sdk(sandbox).crm.objects;
  const meeting = await meetings.basicApi.create({
    properties: { hs_timestamp: timestamp, hs_meeting_title: "Intro" },
    associations: [],
  });

  const read = await meetings.batchApi.read({
    inputs: [{ id: meeting.id }],
    properties: ["hs_meeting_title"],
    propertiesWithHistory: [],
  });
  const found = await calls.searchApi.doSearch({ query: "nothing of the kind" });

  expect(read.results[0]?.properties["hs_meeting_title"]).toBe("Intro");
  expect(found.total).toBe(0);
});

test("which of two companies is the other's parent is a label of HubSpot's own", async () => {
  const made = await sdk(sandbox).crm.companies.basicApi.create({
    properties: { name: "Mercy Group" },
    associations: [],
  });

  await call(
    sandbox,
    `/crm/objects/2026-09/companies/${made.id}/associations/companies/${seeded.hospital}`,
    [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 13 }],
    { method: "PUT" },
  );
  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/companies/${seeded.hospital}/associations/companies`,
  );

  expect(reply.field("results.0.associationTypes")).toEqual([
    { category: "HUBSPOT_DEFINED", typeId: 14, label: "Parent Company" },
    { category: "HUBSPOT_DEFINED", typeId: 450, label: null },
  ]);
});

test("search finds the activities of a contact", async () => {
  const other = await start({ switches: { searchIndexLagMs: 0 } });
  const made = await call(other, "/crm/objects/2026-09/meetings", {
    properties: { hs_timestamp: timestamp },
    associations: [to(seeded.nurse, 200)],
  });

  const reply = await call(other, "/crm/objects/2026-09/meetings/search", {
    filterGroups: [
      {
        filters: [{ propertyName: "associations.contact", operator: "EQ", value: seeded.nurse }],
      },
    ],
  });
  await other.close();

  expect(ids(reply)).toEqual([made.field("id")]);
});
