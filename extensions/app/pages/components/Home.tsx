import { AutoGrid, Flex, type PagesContext, Select } from "@hubspot/ui-extensions";
import { FailureNotice } from "@medqual/ui/components/FailureNotice.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { StaleNotice } from "@medqual/ui/components/StaleNotice.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import { useState } from "react";
import { useHome } from "../use-home.ts";
import { Figures } from "./Figures.tsx";

const periods = [7, 30, 90];

type Props = { readonly context: PagesContext };

export function Home({ context }: Props) {
  const texts = useTexts(homeTexts);
  const format = useFormat();
  const [days, setDays] = useState(30);
  return (
    <Flex direction="column" gap="large">
      <AutoGrid columnWidth={220}>
        <Select
          label={texts.period.label}
          name="days"
          value={days}
          options={periods.map((value) => {
            return { value, label: texts.period.days(format.number(value)) };
          })}
          onChange={(value) => setDays(Number(value))}
        />
      </AutoGrid>
      <Period key={days} context={context} days={days} />
    </Flex>
  );
}

/** The figures with the moves of one period; another period is another component. */
function Period({ context, days }: Props & { readonly days: number }) {
  const texts = useTexts(homeTexts);
  const { state, reload } = useHome(context, days);
  const { answer, failure, isAsking } = state;
  if (!answer) {
    if (failure === null) return <Loading label={texts.loading} />;
    return <FailureNotice failure={failure} title={texts.failure.title} onRetry={reload} />;
  }
  return (
    <Flex direction="column" gap="large">
      {failure === null ? null : <StaleNotice failure={failure} onRetry={reload} />}
      <Figures
        answer={answer}
        portalId={context.portal.id}
        isAsking={isAsking}
        onRefresh={reload}
      />
    </Flex>
  );
}
