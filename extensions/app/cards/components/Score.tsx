import {
  Accordion,
  Flex,
  Heading,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import type { ScoreView } from "../../../../src/view/card-view.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

type Props = { readonly score: ScoreView };

/** A score as the interval it is, and the lines that add up to it. */
export function Score({ score }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const points = format.number(score.score);
  const value =
    score.upper > score.score
      ? texts.score.range(points, format.number(score.upper))
      : texts.score.of(points);
  return (
    <Flex direction="column" gap="small">
      <Heading>{score.label}</Heading>
      <ProgressBar
        title={score.minimum === null ? "" : texts.score.needed(format.number(score.minimum))}
        aria-label={`${score.label}: ${value}`}
        value={score.score}
        maxValue={100}
        valueDescription={value}
        variant={score.tone === "success" ? "success" : "warning"}
      />
      <Text variant="microcopy">{score.sentence}</Text>
      <Accordion title={texts.score.lines(points)} size="small">
        <Lines score={score} />
      </Accordion>
    </Flex>
  );
}

function Lines({ score }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const { none } = useTexts(commonTexts);
  if (score.lines.length === 0) return <Text>{texts.score.nothing}</Text>;
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          <TableHeader>{texts.score.what}</TableHeader>
          <TableHeader>{texts.score.evidence}</TableHeader>
          <TableHeader width="min">{texts.score.when}</TableHeader>
          <TableHeader width="min" align="right">
            {texts.score.points}
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {score.lines.map((line) => (
          <TableRow key={`${line.label}/${line.evidence}/${line.at}/${line.points}`}>
            <TableCell>{line.label}</TableCell>
            <TableCell>{line.evidence ?? none}</TableCell>
            <TableCell>{line.at === null ? none : format.day(line.at)}</TableCell>
            <TableCell align="right">{format.points(line.points)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableHeader>{texts.score.sum}</TableHeader>
          <TableCell colSpan={2}>{""}</TableCell>
          <TableCell align="right">{format.number(score.score)}</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  );
}
