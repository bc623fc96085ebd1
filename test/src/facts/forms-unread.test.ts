import { evaluateContact } from "../../../src/evaluate.ts";
import { readContactFacts } from "../../../src/facts/read-contact-facts.ts";
import { readSignals } from "../../../src/facts/read-signals.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";

const now = Date.UTC(2026, 4, 4);
const naming: Playbook = {
  ...hybridPlaybook,
  offers: hybridPlaybook.offers.map((offer) =>
    offer.id === "demo" ? { ...offer, forms: ["5a0d0000-0000-4000-8000-000000000009"] } : offer,
  ),
};
const sent = {
  first_conversion_event_name: "Home: Get started",
  first_conversion_date: "2026-05-01T00:00:00Z",
};
const demo = { ...sent, first_conversion_event_name: "Home: Demo request" };

const facts = (
  properties: Readonly<Record<string, string>>,
  at: { readonly playbook: Playbook; readonly formsUnread: boolean },
) => {
  const contact = { id: "1", properties };
  const signals = readSignals(contact, at.playbook, now);
  const snapshot = { contact, company: null, people: [], signals, formsUnread: at.formsUnread };
  return readContactFacts(snapshot, at.playbook);
};

test.each<[string, Readonly<Record<string, string>>, boolean, Playbook, boolean]>([
  ["who sent a form that may be the one an offer names", sent, true, naming, false],
  ["who never sent a form", {}, true, naming, true],
  ["of whom a signal is known", demo, true, naming, true],
  ["where the forms could be read", sent, false, naming, true],
  ["where no offer names a form", sent, true, hybridPlaybook, true],
])("%s", (_who, properties, formsUnread, playbook, expected) => {
  expect(facts(properties, { playbook, formsUnread }).signalsRead).toBe(expected);
});

test("interest that was not read is unknown, not zero", () => {
  const at = { playbook: naming, now, offersFrom: null };
  const intent = (formsUnread: boolean) =>
    evaluateContact(facts(sent, { playbook: naming, formsUnread }), null, at).intent.outcome;

  expect([intent(true), intent(false)]).toEqual(["undecided", "fails"]);
});
