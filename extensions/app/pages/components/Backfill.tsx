import { Alert, Flex, ProgressBar, StepIndicator, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { HomeAnswer } from "../../../../src/view/home-view.ts";

type Props = { readonly backfill: NonNullable<HomeAnswer["backfill"]> };

const steps = ["listing", "assess"] as const;

/** How far the first reading of the account is. How many records there are is known at its end only. */
export function Backfill({ backfill }: Props) {
  const texts = useTexts(homeTexts).backfill;
  const format = useFormat();
  const { step, listed, decided } = backfill;
  const share = texts.decided(format.number(decided), format.number(listed));
  return (
    <Alert title={texts.title} variant="info">
      <Flex direction="column" gap="small">
        <Text>{texts.body}</Text>
        <StepIndicator
          stepNames={steps.map((each) => texts.steps[each])}
          currentStep={steps.indexOf(step)}
        />
        {step === "assess" ? (
          <ProgressBar
            title={texts.steps.assess}
            aria-label={share}
            value={decided}
            maxValue={Math.max(1, listed)}
            valueDescription={share}
          />
        ) : (
          <Text variant="microcopy">{texts.listed(format.number(listed))}</Text>
        )}
      </Flex>
    </Alert>
  );
}
