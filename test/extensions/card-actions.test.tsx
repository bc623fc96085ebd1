import { Alert, Button, DateInput, LoadingButton, Select, Text } from "@hubspot/ui-extensions";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { unknown } from "../../src/facts/fact.ts";
import { contactFacts, now, person, stated } from "../src/verdict/build-facts.ts";
import { anAnswer } from "./answer.ts";
import { card, draw, enter, json, origin, serve } from "./draw-card.tsx";

const texts = cardTexts.en;
const taken = json({ takenAt: now });

/** A card that was loaded, with what it asks of the server from then on. */
async function loaded(answers: Parameters<typeof serve>[0], which?: Parameters<typeof draw>[0]) {
  const asked = serve(answers);
  const renderer = draw(which);
  await renderer.waitFor(() => renderer.find(Button, { testId: "refresh" }));
  const actions = () => asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  return { ...renderer, asked, actions };
}

test("a lead is accepted with one press, under a key of its own", async () => {
  const { find, waitFor, asked } = await loaded({ card: [card(anAnswer())], action: [taken] });

  find(LoadingButton, { testId: "accept" }).trigger("onClick");
  await waitFor(() => {
    if (asked.length < 3) throw new Error("not yet");
  });

  expect(asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
  expect(asked[1]).toEqual({
    method: "POST",
    url: `${origin}/api/card/actions`,
    body: {
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      objectTypeId: "0-1",
      objectId: "7",
      action: { kind: "accept" },
    },
  });
});

test("what was pressed shows as under way until it is decided and written", async () => {
  const { find, waitFor, mocks } = await loaded({
    card: [card(anAnswer()), card(anAnswer({ pending: true })), card(anAnswer())],
    action: [taken],
  });

  find(LoadingButton, { testId: "accept" }).trigger("onClick");
  await waitFor(() => find(LoadingButton, { testId: "accept", loading: true }));
  await waitFor(() => find(LoadingButton, { testId: "accept", loading: false }), {
    timeoutInMs: 4000,
  });

  await waitFor(() => expect(mocks.actions.refreshObjectProperties.callCount).toBe(1));
});

test.each<[string, string, object]>([
  ["need", "yes-need", { kind: "answer", item: "need", state: "confirmed" }],
  ["timeline", "no-timeline", { kind: "answer", item: "timeline", state: "negative" }],
])("%s is answered inline", async (_, testId, action) => {
  const { find, waitFor, actions } = await loaded({ card: [card(anAnswer())], action: [taken] });

  find(LoadingButton, { testId }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([{ action }]);
});

test("a next step is its date", async () => {
  const { find, waitFor, actions } = await loaded({ card: [card(anAnswer())], action: [taken] });

  expect(find(LoadingButton, { testId: "save-date" }).props.disabled).toBe(true);
  enter(find(DateInput, { name: "next_step" }), { year: 2026, month: 11, date: 9 });
  find(LoadingButton, { testId: "save-date" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([{ action: { kind: "next_step", date: "2026-12-09" } }]);
});

test("a lead is returned with one of the agreed reasons, and not without", async () => {
  const { find, waitFor, actions } = await loaded({ card: [card(anAnswer())], action: [taken] });

  find(Button, { testId: "return" }).trigger("onClick");
  expect(find(LoadingButton, { testId: "return-lead" }).props.disabled).toBe(true);
  enter(find(Select, { name: "return_reason" }), "no_timeline");
  find(LoadingButton, { testId: "return-lead" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([{ action: { kind: "return", reason: "no_timeline" } }]);
});

test("the clock is stopped until a day", async () => {
  const { find, waitFor, actions } = await loaded({ card: [card(anAnswer())], action: [taken] });

  find(Button, { testId: "snooze" }).trigger("onClick");
  enter(find(DateInput, { name: "snooze_until" }), { year: 2026, month: 11, date: 1 });
  find(LoadingButton, { testId: "save-snooze" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([{ action: { kind: "snooze", until: "2026-12-01" } }]);
});

test("an override has a status, a reason and a last day", async () => {
  const { find, waitFor, actions } = await loaded({ card: [card(anAnswer())], action: [taken] });

  enter(find(Select, { name: "override_status" }), "disqualified");
  enter(find(Select, { name: "override_reason" }), "wrong_data");
  expect(find(LoadingButton, { testId: "save-override" }).props.disabled).toBe(true);
  enter(find(DateInput, { name: "override_until" }), {
    year: 2027,
    month: 0,
    date: 31,
  });
  find(LoadingButton, { testId: "save-override" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([
    {
      action: {
        kind: "override",
        status: "disqualified",
        reason: "wrong_data",
        until: "2027-01-31",
      },
    },
  ]);
});

test("a field that a decision waits for is filled in from the agreed values", async () => {
  const { profile } = contactFacts();
  const waiting = anAnswer({}, { profile: { ...profile, organizationType: unknown } });
  const { find, waitFor, actions } = await loaded({ card: [card(waiting)], action: [taken] });

  enter(find(Select, { name: "medqual_organization_type" }), "health_system");
  find(LoadingButton, { testId: "save-medqual_organization_type" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([
    {
      action: { kind: "fill", property: "medqual_organization_type", values: ["health_system"] },
    },
  ]);
});

test("a value that was only inferred is stated with one press", async () => {
  const { profile } = contactFacts();
  const organizationType = stated("independent_practice" as const, "inferred");
  const inferred = anAnswer({}, { profile: { ...profile, organizationType } });
  const { find, waitFor, actions } = await loaded({ card: [card(inferred)], action: [taken] });

  find(LoadingButton, { testId: "fix-organizationType" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([
    {
      action: {
        kind: "fill",
        property: "medqual_organization_type",
        values: ["independent_practice"],
      },
    },
  ]);
});

test("a colleague's probable role is confirmed on that colleague", async () => {
  const account = {
    companyId: "9",
    name: "Lakeside",
    people: [{ ...person("12", []), suggested: ["operations"] as const }],
  };
  const { find, waitFor, actions } = await loaded({
    card: [card(anAnswer({}, { account }))],
    action: [taken],
  });

  find(LoadingButton, { testId: "confirm-role-12" }).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(1));

  expect(actions()).toMatchObject([
    {
      objectId: "12",
      action: { kind: "fill", property: "medqual_committee_role", values: ["operations"] },
    },
  ]);
});

test("who may not hand over sees why, answers all the same, and can override nothing", async () => {
  const reader = { mayHandOver: false, because: "Only members may." };
  const { maybeFind, find, findByTestId } = await loaded({ card: [card(anAnswer({ reader }))] });

  expect(findByTestId(Text, "only-looking").text).toContain("Only members may.");
  expect(maybeFind(LoadingButton, { testId: "accept" })).toBeNull();
  expect(maybeFind(Select, { name: "override_status" })).toBeNull();
  expect(find(LoadingButton, { testId: "yes-need" }).props.disabled).toBe(false);
});

test("what the server refuses is said beside the press", async () => {
  const problem = { type: "urn:medqual:forbidden", title: "Only members may accept." };
  const { find, waitFor, getRootNode } = await loaded({
    card: [card(anAnswer())],
    action: [json(problem, 403)],
  });

  find(LoadingButton, { testId: "accept" }).trigger("onClick");
  await waitFor(() => find(Alert, { title: texts.act.notSaved }));

  expect(getRootNode().toString()).toContain("Only members may accept.");
});

test("a press that found no server is tried again as the same request", async () => {
  const { find, waitFor, actions } = await loaded({
    card: [card(anAnswer())],
    action: [json({}, 503), taken],
  });

  find(LoadingButton, { testId: "accept" }).trigger("onClick");
  await waitFor(() => find(Alert, { title: texts.act.notSaved }));
  find(Alert, { title: texts.act.notSaved }).find(Button).trigger("onClick");
  await waitFor(() => expect(actions()).toHaveLength(2));

  const [first, second] = actions();
  expect(second).toEqual(first);
});

test("what HubSpot refused is said in its words", async () => {
  const { getRootNode } = await loaded({
    card: [card(anAnswer({ refused: "Property is read only" }))],
  });

  expect(getRootNode().toString()).toContain("Property is read only");
});
