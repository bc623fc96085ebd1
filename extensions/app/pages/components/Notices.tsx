import { Alert, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { HomeAnswer } from "../../../../src/view/home-view.ts";

/** What keeps Medqual from working, and what somebody has to do about it. */
export function Problems({ problems }: Pick<HomeAnswer, "problems">) {
  const texts = useTexts(homeTexts);
  if (problems.length === 0) return null;
  return (
    <Alert title={texts.problems.title} variant="danger">
      {problems.map(({ what, cure }) => (
        <Text key={what}>{`${what} ${cure}`}</Text>
      ))}
    </Alert>
  );
}

export function Mode({ mode }: Pick<HomeAnswer, "mode">) {
  const texts = useTexts(cardTexts);
  if (mode === "active") return null;
  const { title, body } = texts.mode[mode];
  return (
    <Alert title={title} variant="info">
      <Text>{body}</Text>
    </Alert>
  );
}
