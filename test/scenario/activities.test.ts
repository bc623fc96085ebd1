import { createEvent, participate } from "../../sandbox/portal/marketing-events.ts";
import type { AttendanceState } from "../../sandbox/portal/marketing-events.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import { lookAtSources, settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
const connected = "f240bbac-87c9-4f6e-bf70-924b57d47db7";

let stack: Stack;
const people: Record<string, string> = {};
beforeAll(async () => {
  stack = await startStack({ seed: smallPortal, switches: { searchIndexLagMs: 0 } });
  for (const name of [
    "dana.whitfield",
    "marcus.oyelaran",
    "helen.marsh",
    "tom.becker",
    "joan.ellis",
  ])
    people[name] = await contactNamed(name);
  // Held before the app was there.
  await activity("meetings", ["tom.becker"], {
    hs_timestamp: ago(3),
    hs_meeting_start_time: ago(3),
    hs_meeting_outcome: "COMPLETED",
    hs_meeting_body: "words nobody may read",
  });
  await stack.install();
  await settled(stack.server.services);
}, 120_000);
afterAll(() => stack.close());

async function contactNamed(name: string): Promise<string> {
  const domains = ["lakesidefamily", "stbrendan", "northgatecardiology"];
  const known = [...stack.sandbox.portal.shelves["0-1"].all()];
  const found = known.find(({ values }) =>
    domains.some((domain) => values["email"] === `${name}@${domain}.example`),
  );
  return found?.id ?? "";
}

async function activity(
  type: string,
  names: readonly string[],
  properties: Readonly<Record<string, string>>,
): Promise<string> {
  const { id } = await stack.person.create(type, properties);
  for (const name of names)
    await stack.person.associate([type, id], ["contacts", people[name] ?? ""]);
  return id;
}

async function signalsOf(name: string) {
  const row = await stack.server.services.db
    .selectFrom("standings")
    .select("facts")
    .where("object_id", "=", people[name] ?? "")
    .executeTakeFirstOrThrow();
  return (row.facts as ContactFacts).signals.map(({ kind, label }) => [kind, label]);
}

test("a meeting held before the installation is a sign of interest, found by its dates alone", async () => {
  await lookAtSources(stack.server.services);

  expect(await signalsOf("tom.becker")).toEqual([["consultation", "Meeting held"]]);
  const searches = stack.calls.filter(({ path }) => path.endsWith("/meetings/search"));
  expect(
    searches.map(({ body }) => (JSON.parse(body) as { properties: unknown }).properties),
  ).toEqual(
    searches.map(() => [
      "hs_createdate",
      "hs_meeting_outcome",
      "hs_meeting_start_time",
      "hs_timestamp",
    ]),
  );
}, 120_000);

test("a call that was answered and an e-mail count for whom they came from, once", async () => {
  const { services } = stack.server;
  await activity("calls", ["helen.marsh"], {
    hs_timestamp: ago(2),
    hs_call_direction: "OUTBOUND",
    hs_call_disposition: connected,
  });
  await activity("emails", ["helen.marsh", "marcus.oyelaran"], {
    hs_timestamp: ago(0.5),
    hs_email_direction: "INCOMING_EMAIL",
    hs_email_headers: JSON.stringify({ from: { email: "Helen.Marsh@stbrendan.example" } }),
  });
  await lookAtSources(services);
  await lookAtSources(services);

  expect(await signalsOf("helen.marsh")).toEqual([
    ["email_reply", "Call answered"],
    ["email_reply", "Reply to an e-mail"],
  ]);
}, 120_000);

test("a meeting that is called off takes its sign of interest back", async () => {
  const { services } = stack.server;
  const id = await activity("meetings", ["joan.ellis"], {
    hs_timestamp: ago(-7),
    hs_meeting_start_time: ago(-7),
    hs_meeting_outcome: "SCHEDULED",
  });
  await lookAtSources(services);
  const booked = await signalsOf("joan.ellis");
  await stack.person.change("meetings", id, { hs_meeting_outcome: "CANCELED" });
  await lookAtSources(services);

  expect(booked).toEqual([["consultation", "Meeting booked"]]);
  expect(await signalsOf("joan.ellis")).toEqual([]);
}, 120_000);

test("who registers for a webinar and comes has given two signs, and each only once", async () => {
  const { services } = stack.server;
  const { portal } = stack.sandbox;
  const contact = portal.shelves["0-1"].get(people["joan.ellis"] ?? "");
  if (contact === undefined) throw new Error("The example is not there");
  const event = createEvent(portal, {
    externalAccountId: "webinars",
    externalEventId: "1",
    name: "Access in cardiology",
    type: "WEBINAR",
    organizer: "Cadence",
    cancelled: false,
    completed: false,
  });
  const takePart = (state: AttendanceState, days: number) =>
    participate(portal, { event, contact }, { state, occurredAt: Date.now() - days * day });

  takePart("REGISTERED", 4);
  await lookAtSources(services);
  const registered = await signalsOf("joan.ellis");
  takePart("ATTENDED", 1);
  await lookAtSources(services);
  const decided = await decisionsOf("joan.ellis");
  await lookAtSources(services);

  expect(registered).toEqual([["webinar_registered", "Access in cardiology"]]);
  expect(await signalsOf("joan.ellis")).toEqual([
    ["webinar_registered", "Access in cardiology"],
    ["webinar_attended", "Access in cardiology"],
  ]);
  expect(await decisionsOf("joan.ellis")).toEqual(decided);
}, 120_000);

async function decisionsOf(name: string) {
  return stack.server.services.db
    .selectFrom("decisions")
    .select(["sequence", "status", "cause"])
    .where("object_id", "=", people[name] ?? "")
    .orderBy("sequence")
    .execute();
}
