import { Alert, Button, Text } from "@hubspot/ui-extensions";
import { isPassing } from "@medqual/ui/ask-server.ts";
import { failureText } from "@medqual/ui/failure-text.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import type { CardAction } from "../../../../src/view/card-action.ts";
import { useFailed } from "../actions.tsx";

type Props = {
  /** Which actions are tried beside this notice. */
  readonly of: (action: CardAction, objectId: string) => boolean;
};

/** Beside what was pressed: why it was not saved, and the press again where that may help. */
export function NotSaved({ of }: Props) {
  const common = useTexts(commonTexts);
  const { act } = useTexts(cardTexts);
  const failed = useFailed(of);
  if (failed === null) return null;
  return (
    <Alert title={act.notSaved} variant="danger">
      <Text>{failureText(failed.failure, common)}</Text>
      {isPassing(failed.failure) ? (
        <Button size="xs" onClick={failed.again}>
          {common.retry}
        </Button>
      ) : null}
    </Alert>
  );
}
