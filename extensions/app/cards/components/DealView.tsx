import {
  Alert,
  Flex,
  Heading,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { ToneTag } from "@medqual/ui/components/ToneTag.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ReactNode } from "react";
import type { DealCardView } from "../../../../src/view/card-view.ts";
import { Committee } from "./Committee.tsx";
import { PersonLink } from "./PersonLink.tsx";

/** Who has to agree to the deal at its stage, who is silent, and how far its contacts have come. */
export function DealView(props: { readonly view: DealCardView; readonly freshness: ReactNode }) {
  const { view, freshness } = props;
  return (
    <>
      <Flex direction="row" gap="small" align="center" justify="between" wrap>
        <Text format={{ fontWeight: "demibold" }}>{view.summary}</Text>
        {freshness}
      </Flex>
      <Warnings view={view} />
      <Committee committee={view.committee} />
      <Contacts contacts={view.contacts} />
    </>
  );
}

function Warnings({ view }: { readonly view: DealCardView }) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const silent = view.silent.map(({ name, since }) => {
    return `${texts.deal.silent}: ${name}, ${texts.deal.lastSeen(format.day(since))}`;
  });
  const lines = [...view.warnings, ...silent];
  if (lines.length === 0) return null;
  return (
    <Alert title={texts.attention} variant="warning">
      <List variant="unordered-styled">
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </List>
    </Alert>
  );
}

function Contacts({ contacts }: { readonly contacts: DealCardView["contacts"] }) {
  const { deal } = useTexts(cardTexts);
  return (
    <Flex direction="column" gap="small">
      <Heading>{deal.contacts}</Heading>
      {contacts.length === 0 ? (
        <Text>{deal.nobody}</Text>
      ) : (
        <Table bordered density="condensed" testId="deal-contacts">
          <TableHead>
            <TableRow>
              <TableHeader>{deal.contact}</TableHeader>
              <TableHeader width="min">{deal.status}</TableHeader>
              <TableHeader>{deal.readiness}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {contacts.map(({ id, name, statusLabel, tone, readiness }) => (
              <TableRow key={id}>
                <TableCell>
                  <PersonLink id={id} name={name} />
                </TableCell>
                <TableCell>
                  <ToneTag tone={tone}>{statusLabel}</ToneTag>
                </TableCell>
                <TableCell>{readiness}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
