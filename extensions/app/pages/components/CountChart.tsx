import { BarChart, Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { CountView } from "../../../../src/view/home-view.ts";

type Props = {
  readonly title: string;
  readonly note?: string;
  /** What the lines are. */
  readonly axis: string;
  readonly lines: readonly CountView[];
  readonly nothing: string;
};

/** A chart with more lines than this can't be read. */
const mostLines = 12;

/** Counts as bars, the longest first; where there is nothing to draw, a sentence. */
export function CountChart({ title, note, axis, lines, nothing }: Props) {
  const { axis: labels, others } = useTexts(homeTexts);
  return (
    <Flex direction="column" gap="small">
      <Heading>{title}</Heading>
      {note === undefined || lines.length === 0 ? null : <Text variant="microcopy">{note}</Text>}
      {lines.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <BarChart
          data={shown(lines, others)}
          axes={{
            x: { field: "count", fieldType: "linear", label: labels.contacts },
            y: { field: "label", fieldType: "category", label: axis },
          }}
          options={{ showDataLabels: true, showTooltips: true }}
        />
      )}
    </Flex>
  );
}

/** The many short lines at the end are one. */
function shown(lines: readonly CountView[], others: (count: number) => string) {
  const drawn = lines.map(({ label, count }) => ({ label, count }));
  if (drawn.length <= mostLines) return drawn;
  const rest = drawn.slice(mostLines - 1);
  const count = rest.reduce((sum, each) => sum + each.count, 0);
  return [...drawn.slice(0, mostLines - 1), { label: others(rest.length), count }];
}
