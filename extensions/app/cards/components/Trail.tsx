import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Text,
} from "@hubspot/ui-extensions";
import type { CardAnswer } from "../../../../src/view/card-view.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

type Props = {
  readonly entries: CardAnswer["trail"];
  readonly playbook: CardAnswer["playbook"];
  readonly decidedAt: number;
  readonly changesAt: number | null;
};

/** When and by what this was decided, and what was decided before. */
export function Trail({ entries, playbook, decidedAt, changesAt }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const name = texts.trail.playbook(playbook.name, format.number(playbook.version));
  return (
    <Flex direction="column" gap="extra-small">
      <Text variant="microcopy">{texts.trail.decided(format.moment(decidedAt), name)}</Text>
      {changesAt === null ? null : (
        <Text variant="microcopy">{texts.trail.changes(format.moment(changesAt))}</Text>
      )}
      <Accordion title={texts.trail.title} size="small">
        <DescriptionList direction="column">
          {entries.map(({ at, sentence }) => (
            <DescriptionListItem key={`${at}/${sentence}`} label={format.moment(at)}>
              <Text>{sentence}</Text>
            </DescriptionListItem>
          ))}
        </DescriptionList>
      </Accordion>
    </Flex>
  );
}
