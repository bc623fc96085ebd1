import { Alert, Flex, List, StatusTag, Text, Tile } from "@hubspot/ui-extensions";
import type { ContactCardView } from "../../../../src/view/card-view.ts";
import type { Format } from "../format.ts";
import { texts } from "../texts.ts";

type Props = { readonly view: ContactCardView; readonly format: Format };

/** Where the contact stands, what that means, and the one thing to do next. */
export function StatusHeader({ view, format }: Props) {
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
      <NextAction next={view.next} format={format} />
    </Flex>
  );
}

function NextAction({ next, format }: { next: ContactCardView["next"]; format: Format }) {
  return (
    <Tile compact>
      <Flex direction="column" gap="extra-small">
        <Text variant="microcopy" format={{ fontWeight: "demibold" }}>
          {texts.header.next}
        </Text>
        <Text testId="next-action">{next.text}</Text>
        {next.dueAt === null ? null : (
          <Text variant="microcopy">{dueText(next.dueAt, format)}</Text>
        )}
      </Flex>
    </Tile>
  );
}

function dueText(dueAt: number, format: Format): string {
  const moment = format.moment(dueAt);
  return dueAt < Date.now() ? texts.header.wasDue(moment) : texts.header.due(moment);
}
