import {
  Flex,
  Heading,
  ProgressBar,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import type { ContactCardView } from "../../../../src/view/card-view.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

type ReadinessView = ContactCardView["readiness"];
type Props = { readonly readiness: ReadinessView };

const tones = { confirmed: "success", unknown: "default", negative: "danger" } as const;

/** What sales has confirmed of what SQL asks for. */
export function Readiness({ readiness }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const share = format.percent(readiness.score);
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.readiness.title}</Heading>
      <ProgressBar
        title={readiness.sentence}
        aria-label={`${texts.readiness.title}: ${share}`}
        value={readiness.score}
        maxValue={100}
        valueDescription={share}
        variant={readiness.score >= 100 ? "success" : "warning"}
      />
      <Table bordered density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>{texts.readiness.item}</TableHeader>
            <TableHeader width="min">{texts.readiness.state}</TableHeader>
            <TableHeader>{texts.readiness.hint}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {readiness.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

function Line({ line }: { readonly line: ReadinessView["lines"][number] }) {
  const texts = useTexts(cardTexts);
  const { none } = useTexts(commonTexts);
  const { label, state, required, hint } = line;
  const weight = required ? texts.readiness.required : texts.readiness.optional;
  return (
    <TableRow>
      <TableCell>
        <Text inline format={{ fontWeight: required ? "demibold" : "regular" }}>
          {label}
        </Text>{" "}
        <Text inline variant="microcopy">
          {weight}
        </Text>
      </TableCell>
      <TableCell>
        <StatusTag variant={tones[state]}>{texts.readiness.states[state]}</StatusTag>
      </TableCell>
      <TableCell>{hint ?? none}</TableCell>
    </TableRow>
  );
}
