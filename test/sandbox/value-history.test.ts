import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, seeded, start, testClock } from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

async function newContact(properties: Readonly<Record<string, string>>): Promise<string> {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });
  return String(reply.field("id"));
}

test("a stage moves forward, leaves its dates, and can be cleared", async () => {
  const id = await newContact({ email: "stage@x.example" });
  const stage = (value: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/contacts/${id}`,
      { properties: { lifecyclestage: value } },
      { method: "PATCH" },
    );
  const dates = "hs_v2_date_entered_marketingqualifiedlead,hs_v2_date_exited_lead,lifecyclestage";

  await stage("marketingqualifiedlead");
  await stage("lead");
  const ignored = await call(sandbox, `/crm/objects/2026-09/contacts/${id}?properties=${dates}`);
  await stage("");
  await stage("lead");
  const back = await call(sandbox, `/crm/objects/2026-09/contacts/${id}?properties=lifecyclestage`);

  const now = new Date(clock.now()).toISOString();
  expect(ignored.field("properties")).toMatchObject({
    hs_v2_date_entered_marketingqualifiedlead: now,
    hs_v2_date_exited_lead: now,
    lifecyclestage: "marketingqualifiedlead",
  });
  expect(back.field("properties.lifecyclestage")).toBe("lead");
});

test.each([
  ["refused", 400, "opportunity"],
  ["accepted", 200, "lead"],
] as const)(
  "a stage moved backwards is %s when the switch says so",
  async (behaviour, status, stage) => {
    const other = await start({ switches: { lifecycleBackward: behaviour } });
    const path = `/crm/objects/2026-09/contacts/${seeded.nurse}`;

    const reply = await call(
      other,
      path,
      { properties: { lifecyclestage: "lead" } },
      { method: "PATCH" },
    );
    const read = await call(other, `${path}?properties=lifecyclestage`);
    await other.close();

    expect(reply.status).toBe(status);
    expect(read.field("properties.lifecyclestage")).toBe(stage);
  },
);

test("history tells who set which value when, newest first", async () => {
  const id = await newContact({ email: "history@x.example", city: "Bonn" });
  const createdAt = new Date(clock.now()).toISOString();
  clock.pass(1_000);
  await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}`,
    { properties: { city: "Kiel" } },
    { method: "PATCH", as: 9052 },
  );

  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}?propertiesWithHistory=city`,
  );

  expect(reply.field("propertiesWithHistory.city")).toEqual([
    {
      value: "Kiel",
      timestamp: new Date(clock.now()).toISOString(),
      sourceType: "CRM_UI",
      sourceId: "userId:9052",
      updatedByUserId: 9052,
    },
    { value: "Bonn", timestamp: createdAt, sourceType: "INTEGRATION", sourceId: "9000001" },
  ]);
});

test("of a property that changes often only the newest values are kept", async () => {
  const id = await newContact({ email: "often@x.example" });
  for (let turn = 1; turn <= 25; turn += 1) {
    const properties = { city: `City ${turn}` };
    await call(sandbox, `/crm/objects/2026-09/contacts/${id}`, { properties }, { method: "PATCH" });
  }

  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}?propertiesWithHistory=city`,
  );

  expect(reply.field("propertiesWithHistory.city")).toHaveLength(20);
  expect(reply.field("propertiesWithHistory.city.0.value")).toBe("City 25");
});
