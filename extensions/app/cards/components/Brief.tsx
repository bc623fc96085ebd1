import { Accordion, AutoGrid, Flex, List, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ContactCardView } from "../../../../src/view/card-view.ts";

/** What is handed over with the lead, and as plainly what is not known. */
export function Brief({ brief }: { readonly brief: ContactCardView["brief"] }) {
  const texts = useTexts(cardTexts);
  return (
    <Accordion title={texts.brief.title} size="small">
      <AutoGrid columnWidth={240} flexible gap="medium">
        <Lines title={texts.brief.known} lines={brief.known} nothing={texts.brief.nothing} />
        <Lines title={texts.brief.unknown} lines={brief.unknown} nothing={texts.brief.nothing} />
      </AutoGrid>
    </Accordion>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly nothing: string;
}) {
  const { title, lines, nothing } = props;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: "demibold" }}>{title}</Text>
      {lines.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <List variant="unordered-styled">
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}
