import { Alert, Flex, List, Text } from "@hubspot/ui-extensions";
import { ToneTag } from "@medqual/ui/components/ToneTag.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ReactNode } from "react";
import type { ContactCardView } from "../../../../src/view/card-view.ts";

type Props = {
  readonly view: Pick<
    ContactCardView,
    "tone" | "statusLabel" | "since" | "summary" | "flags" | "override"
  >;
  /** How old all this is. */
  readonly freshness: ReactNode;
};

/** Where the contact stands, since when, and what that means. */
export function StatusHeader({ view, freshness }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  return (
    <Flex direction="column" gap="extra-small">
      <Flex direction="row" gap="small" align="center" justify="between" wrap>
        <Flex direction="row" gap="small" align="center">
          <ToneTag tone={view.tone} testId="status">
            {view.statusLabel}
          </ToneTag>
          <Text variant="microcopy" inline>
            {texts.header.since(format.day(view.since))}
          </Text>
        </Flex>
        {freshness}
      </Flex>
      <Text format={{ fontWeight: "demibold" }}>{view.summary}</Text>
      {view.override.sentence === null ? null : <Text>{view.override.sentence}</Text>}
      {view.flags.length === 0 ? null : (
        <Alert title={texts.attention} variant="warning">
          <List variant="unordered-styled">
            {view.flags.map((flag) => (
              <Text key={flag}>{flag}</Text>
            ))}
          </List>
        </Alert>
      )}
    </Flex>
  );
}
