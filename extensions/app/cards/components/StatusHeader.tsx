import { Alert, Flex, List, StatusTag, Text, Tile } from "@hubspot/ui-extensions";
import type { ContactCardView } from "../../../../src/view/card-view.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useNow } from "@medqual/ui/use-now.ts";

type Props = { readonly view: ContactCardView };

/** Where the contact stands, what that means, and the one thing to do next. */
export function StatusHeader({ view }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="small" align="center" wrap>
        <StatusTag variant={view.tone} testId="status">
          {view.statusLabel}
        </StatusTag>
        <Text variant="microcopy" inline>
          {texts.header.since(format.day(view.since))}
        </Text>
      </Flex>
      <Text format={{ fontWeight: "demibold" }}>{view.summary}</Text>
      {view.flags.length === 0 ? null : (
        <Alert title={texts.attention} variant="warning">
          <List variant="unordered-styled">
            {view.flags.map((flag) => (
              <Text key={flag}>{flag}</Text>
            ))}
          </List>
        </Alert>
      )}
      <NextAction next={view.next} />
    </Flex>
  );
}

function NextAction({ next }: { readonly next: ContactCardView["next"] }) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const now = useNow(60_000);
  const due = next.dueAt !== null && next.dueAt < now ? "wasDue" : "due";
  return (
    <Tile compact>
      <Flex direction="column" gap="extra-small">
        <Text variant="microcopy" format={{ fontWeight: "demibold" }}>
          {texts.header.next}
        </Text>
        <Text testId="next-action">{next.text}</Text>
        {next.dueAt === null ? null : (
          <Text variant="microcopy">{texts.header[due](format.moment(next.dueAt))}</Text>
        )}
      </Flex>
    </Tile>
  );
}
