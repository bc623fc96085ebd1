import { Button, ErrorState, Flex, Text } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import type { Failure } from "../ask-server.ts";
import { failureText } from "../failure-text.ts";
import { useTexts } from "../reader.tsx";
import { commonTexts } from "../texts/common.ts";

type Props = {
  readonly failure: Failure;
  readonly title?: string;
  readonly onRetry: () => void;
  /** What can still be shown, as what HubSpot itself knows. */
  readonly children?: ReactNode;
};

/** Nothing was ever loaded: says why, and offers to try again. */
export function FailureNotice({ failure, title, onRetry, children }: Props) {
  const texts = useTexts(commonTexts);
  return (
    <Flex direction="column" gap="medium">
      <ErrorState title={title ?? texts.failure.title}>
        <Text>{failureText(failure, texts)}</Text>
        <Button onClick={onRetry}>{texts.retry}</Button>
      </ErrorState>
      {children}
    </Flex>
  );
}
