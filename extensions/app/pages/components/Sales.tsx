import { Flex, Heading, Statistics, StatisticsItem, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { HomeView } from "../../../../src/view/home-view.ts";
import { Overdue } from "./Overdue.tsx";
import { Standing } from "./Standing.tsx";

type Props = Pick<HomeView, "sales"> & { readonly portalId: number };

/** Sales' figures: what it has accepted, and what waits for its answer. MQLs are no pipeline. */
export function Sales({ sales, portalId }: Props) {
  const texts = useTexts(homeTexts);
  const format = useFormat();
  return (
    <Flex direction="column" gap="medium">
      <Heading>{texts.sales.title}</Heading>
      <Text testId="sales">{sales.headline}</Text>
      <Standing lines={sales.standing} />
      <Heading>{texts.sales.handoffs}</Heading>
      <Statistics>
        {sales.handoffs.map(({ id, label, count }) => (
          <StatisticsItem key={id} label={label} number={format.number(count)} />
        ))}
      </Statistics>
      <Overdue
        lines={sales.overdue}
        all={sales.handoffs.find(({ id }) => id === "expired")?.count ?? 0}
        portalId={portalId}
      />
    </Flex>
  );
}
