import { Alert, Button, Text } from "@hubspot/ui-extensions";
import type { Failure } from "../ask-server.ts";
import { failureText } from "../failure-text.ts";
import { useTexts } from "../reader.tsx";
import { commonTexts } from "../texts/common.ts";

type Props = { readonly failure: Failure; readonly onRetry: () => void };

/** What is shown was loaded earlier; a newer answer could not be had. */
export function StaleNotice({ failure, onRetry }: Props) {
  const texts = useTexts(commonTexts);
  return (
    <Alert title={texts.stale} variant="warning">
      <Text>{failureText(failure, texts)}</Text>
      <Button size="xs" onClick={onRetry}>
        {texts.retry}
      </Button>
    </Alert>
  );
}
