import { Statistics, StatisticsItem, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { StandingView } from "../../../../src/view/home-view.ts";

type Props = { readonly lines: readonly StandingView[] };

/** How many stand where. Whether a move is good depends on the status, so moves have no colour. */
export function Standing({ lines }: Props) {
  const { trend } = useTexts(homeTexts);
  const format = useFormat();
  return (
    <Statistics>
      {lines.map(({ id, label, count, entered, left }) => (
        <StatisticsItem key={id} label={label} number={format.number(count)}>
          <Text variant="microcopy">
            {`${trend.entered(format.number(entered))}, ${trend.left(format.number(left))}`}
          </Text>
        </StatisticsItem>
      ))}
    </Statistics>
  );
}
