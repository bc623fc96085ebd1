import { createHmac, randomUUID } from "node:crypto";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack, type Stack } from "./stack.ts";

// What people do on the card, over signed requests, through the real server into the portal.

const day = 86_400_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: demoPortal, approvedFrom: Date.now() - 30 * day });
  await stack.install();
  const { db } = stack.server.services;
  await eventually(
    () => db.selectFrom("backfills").select("step").executeTakeFirst(),
    (row) => row?.step === "done",
    120_000,
  );
}, 180_000);
afterAll(() => stack.close());

/** As HubSpot's proxy sends it, for this user. */
async function press(
  objectId: string,
  action: object,
  given: { key?: string; userId?: string } = {},
) {
  const { key = randomUUID(), userId = "9001" } = given;
  const { portal_id } = await stack.server.services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const url = `${stack.publicBaseUrl}/api/card/actions?portalId=${portal_id}&userId=${userId}`;
  const body = JSON.stringify({ key, objectTypeId: "0-1", objectId, action });
  const timestamp = String(Date.now());
  const signature = createHmac("sha256", stack.credentials.clientSecret)
    .update(`POST${url}${body}${timestamp}`)
    .digest("base64");
  const headers = {
    "content-type": "application/json",
    "x-hubspot-signature-v3": signature,
    "x-hubspot-request-timestamp": timestamp,
  };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, body: (await response.json()) as unknown };
}

const contact = (email: string) => stack.person.find("contacts", "email", email);

test("a rep qualifies Dana to SQL with presses on the card alone", async () => {
  const id = await contact("dana.whitfield@lakesidefamily.example");
  const date = new Date(Date.now() + 14 * day).toISOString().slice(0, 10);

  const actions = [
    { kind: "accept" },
    ...["need", "timeline", "authority"].map((item) => ({
      kind: "answer",
      item,
      state: "confirmed",
    })),
    { kind: "next_step", date },
  ];
  for (const action of actions) expect((await press(id, action)).status).toBe(200);

  await stack.person.see("contacts", id, {
    medqual_handoff: "accepted",
    medqual_status: "sql",
    lifecyclestage: "salesqualifiedlead",
  });
  expect(await stack.server.services.db.selectFrom("inputs").selectAll().execute()).toEqual([]);
}, 60_000);

test("who is not in the queue may answer, but neither accept nor return", async () => {
  const { db } = stack.server.services;
  const { portal_id } = await db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const id = await contact("marcus.oyelaran@stbrendan.example");
  await db.insertInto("queue_members").values({ portal_id, user_id: "1" }).execute();

  const accepted = await press(id, { kind: "accept" });
  const answered = await press(id, { kind: "answer", item: "need", state: "confirmed" });
  await db.deleteFrom("queue_members").execute();

  expect([accepted.status, answered.status]).toEqual([403, 200]);
});

test("a repeated press is answered alike, and a returned lead is recycled", async () => {
  const id = await contact("marcus.oyelaran@stbrendan.example");
  const key = randomUUID();
  await press(id, { kind: "accept" });
  await stack.person.see("contacts", id, { hs_lead_status: "IN_PROGRESS" });

  const first = await press(id, { kind: "return", reason: "no_timeline" }, { key });
  const second = await press(id, { kind: "return", reason: "no_timeline" }, { key });

  expect(second).toEqual(first);
  await stack.person.see("contacts", id, {
    medqual_handoff: "returned",
    medqual_status: "recycled",
  });
}, 60_000);

test.each<[string, object]>([
  ["an unknown kind", { kind: "delete" }],
  ["a reason that is none", { kind: "return", reason: "bored" }],
  ["a property that is not ours to set", { kind: "answer", item: "email", state: "confirmed" }],
])("%s is refused", async (_, action) => {
  expect((await press("1", action)).status).toBe(400);
});
