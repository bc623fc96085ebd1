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
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { GapsView } from "../../../../src/view/card-view.ts";
import { AnswerControl } from "./AnswerControl.tsx";

/** What a rep takes into the next call: each gap with the question that closes it, answered here. */
export function Gaps({ gaps }: { readonly gaps: GapsView }) {
  return (
    <Flex direction="column" gap="small">
      <Heading>{gaps.title}</Heading>
      {gaps.lines.length === 0 ? <Text>{gaps.nothing}</Text> : <Lines lines={gaps.lines} />}
    </Flex>
  );
}

function Lines({ lines }: { readonly lines: GapsView["lines"] }) {
  const texts = useTexts(cardTexts);
  return (
    <Table bordered density="condensed" testId="gaps">
      <TableHead>
        <TableRow>
          <TableHeader width="min">{texts.gaps.item}</TableHeader>
          <TableHeader>{texts.gaps.question}</TableHeader>
          <TableHeader width="min">{texts.gaps.answer}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ id, label, question, answer }) => (
          <TableRow key={id}>
            <TableCell>
              <Text format={{ fontWeight: "demibold" }}>{label}</Text>
            </TableCell>
            <TableCell>{question}</TableCell>
            <TableCell>
              {answer === null ? "" : <AnswerControl form={answer} label={label} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
