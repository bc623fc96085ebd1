import { Flex, Heading, List, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

/** The reasons that carried the decision, strongest first. */
export function Why({ reasons }: { readonly reasons: readonly string[] }) {
  const texts = useTexts(cardTexts);
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.why.title}</Heading>
      {reasons.length === 0 ? (
        <Text>{texts.why.nothing}</Text>
      ) : (
        <List variant="unordered-styled">
          {reasons.map((reason) => (
            <Text key={reason}>{reason}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}
