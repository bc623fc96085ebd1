import { Alert, Button, ErrorState, Flex, Text } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import { texts } from "../texts.ts";

type Props = { readonly reason: string; readonly onRetry: () => void };

/** Nothing was ever loaded: says why, and what HubSpot itself still knows. */
export function Failure({ reason, onRetry, children }: Props & { readonly children: ReactNode }) {
  return (
    <Flex direction="column" gap="medium">
      <ErrorState title={texts.failure.title}>
        <Text>{reason}</Text>
        <Button onClick={onRetry}>{texts.retry}</Button>
      </ErrorState>
      {children}
    </Flex>
  );
}

/** What is shown was loaded earlier; a newer answer could not be had. */
export function Stale({ reason, onRetry }: Props) {
  return (
    <Alert title={texts.failure.staleTitle} variant="warning">
      <Text>{reason}</Text>
      <Button size="xs" onClick={onRetry}>
        {texts.retry}
      </Button>
    </Alert>
  );
}
