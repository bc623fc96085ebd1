import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Text,
} from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { CardAnswer } from "../../../../src/view/card-view.ts";

/** By what this was decided, when it changes by itself, and what was decided before. */
export function Trail({ answer }: { readonly answer: CardAnswer }) {
  const texts = useTexts(cardTexts).trail;
  const format = useFormat();
  const { record, trail } = answer;
  if (record.kind === "undecided") return null;
  const playbook = texts.playbook(answer.playbook.name, format.number(answer.playbook.version));
  const changesAt = record.view.kind === "contact" ? record.view.changesAt : null;
  return (
    <Flex direction="column" gap="extra-small">
      <Accordion title={texts.title} size="small">
        {trail.length === 0 ? (
          <Text>{texts.nothing}</Text>
        ) : (
          <DescriptionList direction="column">
            {trail.map(({ at, sentence }) => (
              <DescriptionListItem key={`${at}/${sentence}`} label={format.moment(at)}>
                <Text>{sentence}</Text>
              </DescriptionListItem>
            ))}
          </DescriptionList>
        )}
      </Accordion>
      <Text variant="microcopy">{texts.decided(format.moment(record.decidedAt), playbook)}</Text>
      {changesAt === null ? null : (
        <Text variant="microcopy">{texts.changes(format.moment(changesAt))}</Text>
      )}
    </Flex>
  );
}
