import { Alert, List, Text } from "@hubspot/ui-extensions";
import type { DealCardView } from "../../../../src/view/card-view.ts";
import type { Format } from "../format.ts";
import { texts } from "../texts.ts";
import { Committee } from "./Committee.tsx";

type Props = { readonly view: DealCardView; readonly format: Format };

export function DealView({ view, format }: Props) {
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
      <Committee committee={view.committee} format={format} />
    </>
  );
}
