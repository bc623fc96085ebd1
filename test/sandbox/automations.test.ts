import { setOwnerArchived } from "../../sandbox/portal/owners.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, seeded, start, testClock } from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start({ now: clock.now });
});

afterEach(() => sandbox.close());

async function log(type: string, associationTypeId: number, properties: object) {
  await call(sandbox, `/crm/objects/2026-09/${type}`, {
    properties,
    associations: [
      {
        to: { id: seeded.cio },
        types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }],
      },
    ],
  });
}

async function traces(...names: readonly string[]): Promise<unknown> {
  const path = `/crm/objects/2026-09/contacts/${seeded.cio}?properties=${names.join()}`;
  return (await call(sandbox, path)).field("properties");
}

test("activities leave their dates and numbers on the contact", async () => {
  await log("calls", 194, { hs_timestamp: "2026-10-05T14:00:00.000Z" });
  await log("notes", 202, { hs_timestamp: "2026-10-07T14:00:00.000Z" });
  await log("emails", 198, {
    hs_timestamp: "2026-10-06T14:00:00.000Z",
    hs_email_direction: "INCOMING_EMAIL",
  });

  const left = await traces(
    "notes_last_contacted",
    "notes_last_updated",
    "num_contacted_notes",
    "num_notes",
    "hs_sales_email_last_replied",
    "hs_is_unworked",
  );

  expect(left).toMatchObject({
    notes_last_contacted: "2026-10-05T14:00:00.000Z",
    notes_last_updated: "2026-10-07T14:00:00.000Z",
    num_contacted_notes: "1",
    num_notes: "3",
    hs_sales_email_last_replied: "2026-10-06T14:00:00.000Z",
    hs_is_unworked: "false",
  });
});

test("what is planned is the next activity, the nearest first", async () => {
  await log("meetings", 200, { hs_timestamp: "2026-12-01T14:00:00.000Z" });
  await log("tasks", 204, { hs_timestamp: "2026-11-20T14:00:00.000Z" });
  await log("tasks", 204, { hs_timestamp: "2026-11-30T14:00:00.000Z" });

  const left = await traces("notes_next_activity_date", "notes_last_contacted");

  expect(left).toMatchObject({
    notes_next_activity_date: "2026-11-20T14:00:00.000Z",
    notes_last_contacted: null,
  });
});

test("a meeting that took place was booked when it was entered", async () => {
  await log("meetings", 200, { hs_timestamp: "2026-10-05T14:00:00.000Z" });

  const left = await traces("engagements_last_meeting_booked", "num_contacted_notes");

  expect(left).toMatchObject({
    engagements_last_meeting_booked: new Date(clock.now()).toISOString(),
    num_contacted_notes: "1",
  });
});

test.each([
  [true, "qualifiedtobuy", "opportunity"],
  [true, "closedwon", "customer"],
  [true, "closedlost", "lead"],
  [false, "closedwon", "lead"],
])(
  "with the setting %s a deal in %s leaves its contact in the stage %s",
  async (dealsMoveLifecycleStages, dealstage, stage) => {
    const other = await start({ switches: { dealsMoveLifecycleStages } });

    await call(other, "/crm/objects/2026-09/deals", {
      properties: { dealname: "D", dealstage },
      associations: [
        {
          to: { id: seeded.cio },
          types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 3 }],
        },
      ],
    });
    const read = await call(
      other,
      `/crm/objects/2026-09/contacts/${seeded.cio}?properties=lifecyclestage`,
    );
    await other.close();

    expect(read.field("properties.lifecyclestage")).toBe(stage);
  },
);

test("a deal that is won later moves its people on, and never back", async () => {
  const other = await start({ switches: { dealsMoveLifecycleStages: true } });
  const changes: string[] = [];
  other.portal.onChange((change) => {
    if (change.kind === "propertyChanged" && change.name === "lifecyclestage") {
      changes.push(`${change.record.id} ${change.value}`);
    }
  });
  const move = (dealstage: string) =>
    call(
      other,
      `/crm/objects/2026-09/deals/${seeded.deal}`,
      { properties: { dealstage } },
      { method: "PATCH" },
    );

  await move("contractsent");
  await move("closedwon");
  await move("qualifiedtobuy");
  await other.close();

  expect(changes).toEqual([
    `${seeded.cio} opportunity`,
    `${seeded.hospital} opportunity`,
    `${seeded.cio} customer`,
    `${seeded.hospital} customer`,
  ]);
});

test("an owner who left keeps what they had and gets nothing new", async () => {
  const give = (id: string, owner: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/contacts/${id}`,
      { properties: { hubspot_owner_id: owner } },
      { method: "PATCH" },
    );
  await give(seeded.cio, "51");

  setOwnerArchived(sandbox.portal, "51", true);
  const again = await give(seeded.cio, "51");
  const anew = await give(seeded.nurse, "51");
  const active = await call(sandbox, "/crm/owners/2026-09");
  const archived = await call(sandbox, "/crm/owners/2026-09?archived=true");
  const one = await call(sandbox, "/crm/owners/2026-09/51");

  expect([again.status, anew.status, one.status]).toEqual([200, 400, 404]);
  expect([ids(active), ids(archived)]).toEqual([["52"], ["51"]]);
  expect(archived.field("results.0.archived")).toBe(true);
});
