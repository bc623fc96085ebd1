import { Alert, Text } from "@hubspot/ui-extensions";
import type { CardAnswer } from "../../../../src/view/card-view.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

export function ModeBanner({ mode }: { readonly mode: CardAnswer["mode"] }) {
  const texts = useTexts(cardTexts);
  if (mode === "active") return null;
  const { title, body } = texts.mode[mode];
  return (
    <Alert title={title} variant="info">
      <Text>{body}</Text>
    </Alert>
  );
}
