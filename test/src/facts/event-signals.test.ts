import { eventSignals, isGoverned } from "../../../src/facts/event-signals.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";

const webinar = { id: "9", name: "Access in cardiology", type: "WEBINAR" };
const sign = { at: 2, own: true, label: webinar.name };
const registered = {
  ...sign,
  id: "event:9:registered",
  kind: "webinar_registered",
  offerId: "access_webinar",
};
const attended = {
  ...sign,
  id: "event:9:attended",
  kind: "webinar_attended",
  offerId: "access_webinar_attended",
};

test.each([
  ["REGISTERED", { signals: [registered], withdrawn: [attended.id] }],
  ["NO_SHOW", { signals: [{ ...registered, at: 1 }], withdrawn: [attended.id] }],
  ["ATTENDED", { signals: [attended], withdrawn: [] }],
  ["CANCELLED", { signals: [], withdrawn: [registered.id, attended.id] }],
] as const)("who %s", (state, expected) => {
  expect(eventSignals(webinar, { state, at: 2, since: 1 }, hybridPlaybook)).toEqual(expected);
});

test("a fair is nobody's business until an offer names it", () => {
  const fair = { id: "10", name: "Spring fair", type: "CONFERENCE" };
  const offers = hybridPlaybook.offers.map((offer) =>
    offer.id === "webinar" ? { ...offer, forms: ["Spring fair"] } : offer,
  );

  expect(isGoverned(fair, hybridPlaybook)).toBe(false);
  expect(isGoverned(fair, { ...hybridPlaybook, offers })).toBe(true);
});
