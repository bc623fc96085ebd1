import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import type { MissingView } from "../../../../src/view/card-view.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

/** What a rep takes into the next call: each gap with the question that closes it. */
export function Missing({ items }: { readonly items: readonly MissingView[] }) {
  const texts = useTexts(cardTexts);
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.missing.title}</Heading>
      {items.length === 0 ? (
        <Text>{texts.missing.nothing}</Text>
      ) : (
        <Table bordered density="condensed" testId="missing">
          <TableHead>
            <TableRow>
              <TableHeader width="min">{texts.missing.item}</TableHeader>
              <TableHeader>{texts.missing.question}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(({ id, label, question }) => (
              <TableRow key={id}>
                <TableCell>
                  <Text format={{ fontWeight: "demibold" }}>{label}</Text>
                </TableCell>
                <TableCell>{question}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
