import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  LoadingSpinner,
  Text,
} from "@hubspot/ui-extensions";
import { useCrmProperties } from "@hubspot/ui-extensions/crm";
import { texts } from "../texts.ts";

type Properties = ReturnType<typeof useCrmProperties>;

// HubSpot finds the names below by reading this file, so each list has to stand in its call.

/** What Medqual last wrote to the contact. */
export function ContactLastKnown() {
  const written = useCrmProperties(
    [
      "medqual_status",
      "medqual_next_action",
      "medqual_missing",
      "medqual_reasons",
      "medqual_fit",
      "medqual_intent",
      "medqual_readiness",
      "medqual_scored_at",
    ],
    { propertiesToFormat: "all" },
  );
  return <LastKnown written={written} labels={texts.lastKnown.contact} />;
}

/** What Medqual last wrote to the deal. */
export function DealLastKnown() {
  const written = useCrmProperties(
    ["medqual_committee_completeness", "medqual_missing_roles", "medqual_scored_at"],
    { propertiesToFormat: "all" },
  );
  return <LastKnown written={written} labels={texts.lastKnown.deal} />;
}

type Props = { readonly written: Properties; readonly labels: Readonly<Record<string, string>> };

function LastKnown({ written, labels }: Props) {
  const { properties, isLoading } = written;
  if (isLoading) return <LoadingSpinner label={texts.lastKnown.title} />;
  const rows = Object.entries(labels).flatMap(([name, label]) => {
    const value = properties[name];
    return value ? [{ name, label, value }] : [];
  });
  if (rows.length === 0) return <Text>{texts.lastKnown.nothing}</Text>;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.lastKnown.title}</Heading>
      <Alert title={texts.lastKnown.note} variant="warning" />
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
