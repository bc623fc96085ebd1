import { Flex, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import { texts } from "../texts.ts";

export function Undecided() {
  return (
    <Flex direction="column" gap="small">
      <LoadingSpinner label={texts.undecided.title} showLabel />
      <Text>{texts.undecided.body}</Text>
    </Flex>
  );
}
