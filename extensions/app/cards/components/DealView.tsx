import { Alert, List, Text } from "@hubspot/ui-extensions";
import type { DealCardView } from "../../../../src/view/card-view.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { Committee } from "./Committee.tsx";

type Props = { readonly view: DealCardView };

export function DealView({ view }: Props) {
  const texts = useTexts(cardTexts);
  return (
    <>
      <Text format={{ fontWeight: "demibold" }}>{view.summary}</Text>
      {view.warnings.length === 0 ? null : (
        <Alert title={texts.attention} variant="warning">
          <List variant="unordered-styled">
            {view.warnings.map((warning) => (
              <Text key={warning}>{warning}</Text>
            ))}
          </List>
        </Alert>
      )}
      <Committee committee={view.committee} />
    </>
  );
}
