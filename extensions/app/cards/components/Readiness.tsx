import {
  Accordion,
  Flex,
  Heading,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { ToneTag } from "@medqual/ui/components/ToneTag.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { CardAction } from "../../../../src/view/card-action.ts";
import type { ReadinessView } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { NotSaved } from "./NotSaved.tsx";

const tones = { confirmed: "success", unknown: "default", negative: "danger" } as const;

/** What sales has confirmed of what SQL asks for, and what could still come. */
export function Readiness({ readiness }: { readonly readiness: ReadinessView }) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const { score, upper } = readiness;
  const share = format.percent(score);
  const isOpen = upper > score;
  const value = isOpen ? texts.readiness.range(share, format.percent(upper)) : share;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.readiness.title}</Heading>
      <ProgressBar
        title={texts.score.needed(format.percent(100))}
        aria-label={`${texts.readiness.title}: ${value}`}
        value={score}
        maxValue={100}
        valueDescription={value}
        variant={score >= 100 ? "success" : "warning"}
      />
      <Text variant="microcopy">{readiness.sentence}</Text>
      <Accordion title={texts.readiness.lines} size="small">
        <Table density="condensed" flush testId="checklist">
          <TableBody>
            {readiness.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </TableBody>
        </Table>
      </Accordion>
    </Flex>
  );
}

function Line({ line }: { readonly line: ReadinessView["lines"][number] }) {
  const texts = useTexts(cardTexts).readiness;
  const { id, label, state, required, hint } = line;
  const takenBack = takeBack(line);
  return (
    <TableRow>
      <TableCell>
        <Text format={{ fontWeight: required ? "demibold" : "regular" }}>{label}</Text>
        <Text variant="microcopy">{hint ?? (required ? texts.required : texts.optional)}</Text>
      </TableCell>
      <TableCell>
        <ToneTag tone={tones[state]}>{texts.states[state]}</ToneTag>
      </TableCell>
      <TableCell align="right">
        {state === "unknown" ? (
          ""
        ) : (
          <ActButton action={takenBack} testId={`back-${id}`}>
            {texts.takeBack}
          </ActButton>
        )}
        <NotSaved of={(action) => JSON.stringify(action) === JSON.stringify(takenBack)} />
      </TableCell>
    </TableRow>
  );
}

function takeBack({ id, answer }: ReadinessView["lines"][number]): CardAction {
  if (answer.kind === "date") return { kind: "next_step", date: null };
  return { kind: "answer", item: id, state: "unknown" };
}
