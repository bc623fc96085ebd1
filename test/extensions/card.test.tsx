import {
  Alert,
  Button,
  ErrorState,
  LoadingSpinner,
  ProgressBar,
  StatusTag,
} from "@hubspot/ui-extensions";
import { CrmActionButton } from "@hubspot/ui-extensions/crm";
import { createRenderer } from "@hubspot/ui-extensions/testing";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { Qualification } from "../../extensions/app/cards/components/Qualification.tsx";
import { aDealAnswer, anAnswer } from "./answer.ts";
import { card, down, draw, json, origin, Page, serve } from "./draw-card.tsx";

const texts = cardTexts.en;

test("asks the server for its own record and shows where the contact stands", async () => {
  const asked = serve({ card: [card(anAnswer())] });

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(asked).toEqual([
    { method: "GET", url: `${origin}/api/card?objectTypeId=0-1&objectId=7`, body: undefined },
  ]);
  expect(find(StatusTag, { testId: "status" }).text).toBe("MQL");
  expect(getRootNode().toString()).toContain("What do they want to change, and why now?");
});

test("says that it is loading until the first answer", async () => {
  serve({ card: [card(anAnswer())] });

  const { find, waitFor } = draw();
  const { label } = find(LoadingSpinner).props;
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(label).toBe(texts.loading);
});

test("a server that fails is explained in its own words, and asked again at a press", async () => {
  serve({ card: [json({ title: "The record is unknown." }, 404), card(anAnswer())] });

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(ErrorState));
  expect(getRootNode().toString()).toContain("The record is unknown.");
  find(Button).trigger("onClick");

  await waitFor(() => find(StatusTag, { testId: "status" }));
});

test("a record that is not decided yet is waited for", async () => {
  serve({ card: [card(anAnswer({ record: { kind: "undecided" } })), card(anAnswer())] });

  const { find, waitFor } = draw();
  await waitFor(() => find(LoadingSpinner, { label: texts.undecided.title }));
  await waitFor(() => find(StatusTag, { testId: "status" }), { timeoutInMs: 4000 });

  expect(find(StatusTag, { testId: "status" }).text).toBe("MQL");
});

test.each(["observe", "paused"] as const)("%s mode is said at the top", async (mode) => {
  serve({ card: [card(anAnswer({ mode }))] });

  const { find, waitFor } = draw();
  await waitFor(() => find(Alert));

  expect(find(Alert).props.title).toBe(texts.mode[mode].title);
});

test("what keeps Medqual from its work is said, with what would help", async () => {
  const problems = [{ what: "Contacts can't be written.", cure: "Install the app again." }];
  serve({ card: [card(anAnswer({ problems }))] });

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(Alert, { title: "Contacts can't be written." }));

  expect(getRootNode().toString()).toContain("Install the app again.");
});

test("a card that was uploaded without a profile says so", async () => {
  serve({ card: [card(anAnswer())] });
  const { render, find, waitFor, mocks, getRootNode } = createRenderer("crm.record.tab");

  render(
    <Page>
      <Qualification context={{ ...mocks.context, variables: {} }} />
    </Page>,
  );
  await waitFor(() => find(ErrorState));

  expect(getRootNode().toString()).toContain("API_ORIGIN");
});

test("a server that is down is said, with what HubSpot itself still knows, marked as such", async () => {
  serve({ card: [down] });

  const { find, waitFor, getRootNode } = draw();
  await waitFor(() => find(ErrorState));

  const shown = getRootNode().toString();
  expect(shown).toContain(commonTexts.en.failure.unreachable);
  expect(shown).toContain(commonTexts.en.lastKnown.note);
  expect(shown).toContain("fake_medqual_status");
});

test("a server that goes down later leaves what was shown, marked as old", async () => {
  serve({ card: [card(anAnswer()), down] });

  const { find, waitFor } = draw();
  await waitFor(() => find(Button, { testId: "refresh" }));
  find(Button, { testId: "refresh" }).trigger("onClick");
  await waitFor(() => find(Alert, { title: commonTexts.en.stale }));

  expect(find(StatusTag, { testId: "status" }).text).toBe("MQL");
});

test("the narrow card shows status, the next thing, and the first question to answer", async () => {
  serve({ card: [card(anAnswer())] });

  const { find, maybeFind, waitFor, getRootNode } = draw("sidebar");
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(getRootNode().toString()).toContain("What do they want to change, and why now?");
  expect(maybeFind(ProgressBar)).toBeNull();
});

test("a deal shows what is wrong, its committee, and how far its contacts have come", async () => {
  serve({ card: [card(aDealAnswer())] });

  const { find, waitFor, getRootNode } = draw("deal");
  await waitFor(() => find(CrmActionButton));

  const shown = getRootNode().toString();
  expect(shown).toContain("Stalled because nobody speaks for Operations or owner physician.");
  expect(shown).toContain("Medqual has not decided this contact yet.");
  expect(find(CrmActionButton).props.actionContext).toEqual({
    objectTypeId: "0-1",
    association: { objectTypeId: "0-3", objectId: 7 },
  });
});

test("a reader in another language reads dates as they are written there", async () => {
  serve({ card: [card(anAnswer())] });
  const { render, find, waitFor, mocks, getRootNode } = createRenderer("crm.record.tab");

  const user = { ...mocks.context.user, locale: "de-de", language: "de" };
  const variables = { API_ORIGIN: origin };
  render(
    <Page>
      <Qualification context={{ ...mocks.context, user, variables }} />
    </Page>,
  );
  await waitFor(() => find(StatusTag, { testId: "status" }));

  expect(getRootNode().toString()).toContain("since 24.11.2026");
});
