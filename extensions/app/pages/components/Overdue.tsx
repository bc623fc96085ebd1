import {
  Flex,
  Heading,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import { useState } from "react";
import type { OverdueView } from "../../../../src/view/home-view.ts";

type Props = {
  readonly lines: readonly OverdueView[];
  /** How many there are, whether or not they are listed. */
  readonly all: number;
  readonly portalId: number;
};

const rowsPerPage = 10;

/** Handoffs that nobody answered in time, each a way to its contact. */
export function Overdue({ lines, all, portalId }: Props) {
  const texts = useTexts(homeTexts).sales;
  const format = useFormat();
  const [page, setPage] = useState(1);
  const from = (page - 1) * rowsPerPage;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.overdue}</Heading>
      {lines.length < all ? (
        <Text variant="microcopy">
          {texts.listed(format.number(lines.length), format.number(all))}
        </Text>
      ) : null}
      {lines.length === 0 ? (
        <Text>{texts.nothing}</Text>
      ) : (
        <Table
          bordered
          density="condensed"
          testId="overdue"
          paginated
          pageCount={Math.ceil(lines.length / rowsPerPage)}
          page={page}
          onPageChange={setPage}
        >
          <TableHead>
            <TableRow>
              <TableHeader>{texts.contact}</TableHeader>
              <TableHeader>{texts.queue}</TableHeader>
              <TableHeader width="min">{texts.since}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.slice(from, from + rowsPerPage).map(({ contactId, name, queue, since }) => (
              <TableRow key={contactId}>
                <TableCell>
                  <Link href={recordAddress(portalId, contactId)}>{name}</Link>
                </TableCell>
                <TableCell>{queue}</TableCell>
                <TableCell>{format.day(since)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}

/** HubSpot forwards from this address to the data centre of the account. */
function recordAddress(portalId: number, contactId: string): string {
  return `https://app.hubspot.com/contacts/${portalId}/record/0-1/${contactId}`;
}
