import { Alert, Button, ErrorState, LoadingSpinner, StatusTag } from "@hubspot/ui-extensions";
import { createRenderer } from "@hubspot/ui-extensions/testing";
import { Qualification } from "../../extensions/app/cards/components/Qualification.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { anAnswer } from "./answer.ts";

const texts = cardTexts.en;
const origin = "https://app.example";

/** Answers the card's requests one after the other, the last one for ever. `hubspot.fetch` calls `self.hsFetch`. */
function serve(...answers: (() => Response)[]) {
  const asked: string[] = [];
  const hsFetch = async (url: string) => {
    asked.push(url);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer?.() ?? Response.error();
  };
  Object.assign(globalThis, { self: globalThis, hsFetch });
  return asked;
}

const json = (body: unknown, status?: number) => () =>
  Response.json(body, status === undefined ? {} : { status });

function draw() {
  const renderer = createRenderer("crm.record.tab");
  const { context } = renderer.mocks;
  renderer.render(
    <Qualification
      context={{
        ...context,
        variables: { API_ORIGIN: origin },
        crm: { objectId: 7, objectTypeId: "0-1" },
      }}
    />,
  );
  return renderer;
}

test("asks the server for its own record and shows where the contact stands", async () => {
  const asked = serve(json(anAnswer()));

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(asked).toEqual([`${origin}/api/card?objectTypeId=0-1&objectId=7`]);
  expect(find(StatusTag, { testId: "status" }).text).toBe("MQL");
  expect(getRootNode().toString()).toContain("What do they want to change, and why now?");
});

test("says that it is loading until the first answer", async () => {
  serve(json(anAnswer()));

  const { find, waitFor } = draw();
  const { label } = find(LoadingSpinner).props;
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(label).toBe(texts.loading);
});

test("a server that fails is explained in its own words, and asked again at a press", async () => {
  serve(json({ title: "The record is unknown." }, 404), json(anAnswer()));

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(ErrorState));
  expect(getRootNode().toString()).toContain("The record is unknown.");
  find(Button).trigger("onClick");

  await waitFor(() => find(StatusTag, { testId: "status" }));
});

test("a record that is not decided yet is waited for", async () => {
  serve(json(anAnswer({ record: { kind: "undecided" } })), json(anAnswer()));

  const { find, waitFor } = draw();
  await waitFor(() => find(LoadingSpinner, { label: texts.undecided.title }));
  await waitFor(() => find(StatusTag, { testId: "status" }), { timeoutInMs: 4000 });

  expect(find(StatusTag, { testId: "status" }).text).toBe("MQL");
});

test.each(["observe", "paused"] as const)("%s mode is said at the top", async (mode) => {
  serve(json(anAnswer({ mode })));

  const { find, waitFor } = draw();
  await waitFor(() => find(Alert));

  expect(find(Alert).props.title).toBe(texts.mode[mode].title);
});

test("a card that was uploaded without a profile says so", async () => {
  serve(json(anAnswer()));
  const { render, find, waitFor, mocks, getRootNode } = createRenderer("crm.record.tab");

  render(<Qualification context={{ ...mocks.context, variables: {} }} />);
  await waitFor(() => find(ErrorState));

  expect(getRootNode().toString()).toContain("API_ORIGIN");
});
