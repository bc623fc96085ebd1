import { mergeSignals, submissionSignal } from "../../../src/facts/read-signals.ts";
import type { Signal } from "../../../src/facts/signal.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";

const at = Date.UTC(2026, 4, 4, 12);
const form = { id: "guid-1", name: "Demo request" };
const told: Signal = {
  id: `form:scheduling_demo:${at}`,
  kind: "demo_request",
  offerId: "scheduling_demo",
  at,
  own: true,
  label: "Scheduling platform: Demo request",
};

test("the words of the page's address help to tell which offer a form answers", () => {
  const of = (pageWords: string) =>
    submissionSignal(form, { at, pageWords }, hybridPlaybook)?.offerId;

  expect(of("scheduling platform")).toBe("scheduling_demo");
  expect(of("")).toBe("demo");
});

test("a form that answers no offer is no signal", () => {
  const newsletter = { id: "guid-2", name: "Newsletter signup" };

  expect(submissionSignal(newsletter, { at, pageWords: "news" }, hybridPlaybook)).toBeNull();
});

test("told twice it is one, and the page's title decides where the playbook names no form", () => {
  const listed = submissionSignal(form, { at: at + 900, pageWords: "" }, hybridPlaybook);
  const both = listed === null ? [] : [listed, told];

  expect(both).toHaveLength(2);
  expect(mergeSignals([], both)).toEqual([told]);
  expect(mergeSignals(both.toReversed(), [])).toEqual([told]);
});

test("an offer that names the form by its id has the last word", () => {
  const offers = hybridPlaybook.offers.map((offer) =>
    offer.id === "roi" ? { ...offer, forms: [form.id] } : offer,
  );
  const listed = submissionSignal(form, { at, pageWords: "" }, { ...hybridPlaybook, offers });
  const both = listed === null ? [] : [listed, told];

  expect(listed?.offerId).toBe("roi");
  expect(listed?.named).toBe(true);
  expect(mergeSignals([], both)).toEqual([listed]);
});

test.each([
  ["another form", { ...told, id: `form:pricing:${at}`, label: "Prices: Pricing request" }],
  ["the same form an hour later", { ...told, id: "form:x", at: at + 3_600_000 }],
])("%s is another signal", (_what, other) => {
  expect(mergeSignals([told], [other])).toHaveLength(2);
});
