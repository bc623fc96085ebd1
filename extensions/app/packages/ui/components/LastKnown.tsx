import { Alert, DescriptionList, DescriptionListItem, Flex, Text } from "@hubspot/ui-extensions";
import { useTexts } from "../reader.tsx";
import { commonTexts } from "../texts/common.ts";
import { Loading } from "./Loading.tsx";

type Props = {
  /** What `useCrmProperties` answered. Its list of names has to stand in the surface's own folder. */
  readonly written: {
    readonly properties: Readonly<Record<string, string | null>>;
    readonly isLoading: boolean;
  };
  /** Labels by property, in the order to show. */
  readonly labels: Readonly<Record<string, string>>;
};

/** What Medqual last wrote to the record, marked as such: for when our server can't be asked. */
export function LastKnown({ written, labels }: Props) {
  const { lastKnown } = useTexts(commonTexts);
  if (written.isLoading) return <Loading label={lastKnown.title} />;
  const rows = Object.entries(labels).flatMap(([name, label]) => {
    const value = written.properties[name];
    return value ? [{ name, label, value }] : [];
  });
  if (rows.length === 0) return <Text>{lastKnown.nothing}</Text>;
  return (
    <Flex direction="column" gap="small">
      <Alert title={lastKnown.title} variant="warning">
        <Text>{lastKnown.note}</Text>
      </Alert>
      <DescriptionList direction="column">
        {rows.map(({ name, label, value }) => (
          <DescriptionListItem key={name} label={label}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
