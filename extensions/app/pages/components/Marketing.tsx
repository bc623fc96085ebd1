import { AutoGrid, Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { HomeView } from "../../../../src/view/home-view.ts";
import { CountChart } from "./CountChart.tsx";
import { Standing } from "./Standing.tsx";

/** Marketing's figures: what it claims, and where the claims come from. */
export function Marketing({ marketing }: Pick<HomeView, "marketing">) {
  const texts = useTexts(homeTexts);
  return (
    <Flex direction="column" gap="medium">
      <Heading>{texts.marketing.title}</Heading>
      <Text testId="marketing">{marketing.headline}</Text>
      <Standing lines={marketing.standing} />
      <AutoGrid columnWidth={360} flexible gap="large">
        <CountChart
          title={texts.marketing.byOffer}
          axis={texts.axis.offer}
          lines={marketing.mqlsByOffer}
          nothing={texts.nothing}
        />
        <CountChart
          title={texts.marketing.bySource}
          axis={texts.axis.source}
          lines={marketing.mqlsBySource}
          nothing={texts.nothing}
        />
      </AutoGrid>
    </Flex>
  );
}
