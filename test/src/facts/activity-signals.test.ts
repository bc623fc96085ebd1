import { activitySignals, givenBy } from "../../../src/facts/activity-signals.ts";

const noon = "2026-05-04T12:00:00Z";
const at = Date.parse(noon);
const earlier = "2026-05-01T12:00:00Z";
const consultation = { kind: "consultation", offerId: null, own: true } as const;
const booked = {
  ...consultation,
  id: "meeting:7",
  at: Date.parse(earlier),
  label: "Meeting booked",
};
const held = { ...consultation, id: "meeting:7:held", at, label: "Meeting held" };

test.each([
  ["planned", "SCHEDULED", earlier, { signals: [booked], withdrawn: [held.id] }],
  ["held", "COMPLETED", earlier, { signals: [booked, held], withdrawn: [] }],
  [
    "entered afterwards",
    "COMPLETED",
    "2026-05-05T12:00:00Z",
    { signals: [held], withdrawn: [booked.id] },
  ],
  ["called off", "CANCELED", earlier, { signals: [], withdrawn: [booked.id, held.id] }],
  ["missed", "NO_SHOW", earlier, { signals: [], withdrawn: [booked.id, held.id] }],
])("a meeting that was %s", (_how, outcome, created, expected) => {
  const properties = {
    hs_createdate: created,
    hs_meeting_start_time: noon,
    hs_meeting_outcome: outcome,
  };

  expect(activitySignals({ type: "meetings", id: "7", properties })).toEqual(expected);
});

test.each([
  ["answered", { hs_call_disposition: "f240bbac-87c9-4f6e-bf70-924b57d47db7" }, ["Call answered"]],
  [
    "made by the contact",
    { hs_call_direction: "INBOUND", hs_call_status: "COMPLETED" },
    ["Called us"],
  ],
  ["of no answer", { hs_call_disposition: "73a0d17f-1163-4015-bdd5-ec830791da20" }, []],
  ["that the contact missed", { hs_call_direction: "OUTBOUND", hs_call_status: "COMPLETED" }, []],
])("a call %s", (_how, properties, expected) => {
  const { signals } = activitySignals({
    type: "calls",
    id: "7",
    properties: { hs_timestamp: noon, ...properties },
  });

  expect(signals.map(({ label }) => label)).toEqual(expected);
});

test.each([
  ["INCOMING_EMAIL", 1],
  ["EMAIL", 0],
  ["FORWARDED_EMAIL", 0],
])("an e-mail of direction %s is %d sign of interest", (direction, count) => {
  const properties = { hs_timestamp: noon, hs_email_direction: direction };

  expect(activitySignals({ type: "emails", id: "7", properties }).signals).toHaveLength(count);
});

test("an e-mail is its sender's alone; where nobody says who sent it, that of the only contact", () => {
  const ann = { id: "1", email: "ann@clinic.example" };
  const bob = { id: "2", email: "bob@clinic.example" };
  const from = (sender: string | null) =>
    ({ type: "emails", id: "7", properties: { hs_email_from_email: sender } }) as const;

  expect(givenBy(from("Bob@clinic.example"), [ann, bob])).toEqual([bob]);
  expect(givenBy(from(null), [ann, bob])).toEqual([]);
  expect(givenBy(from(null), [ann])).toEqual([ann]);
});
