import { Flex, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

export function Undecided() {
  const texts = useTexts(cardTexts);
  return (
    <Flex direction="column" gap="small">
      <LoadingSpinner label={texts.undecided.title} showLabel />
      <Text>{texts.undecided.body}</Text>
    </Flex>
  );
}
