import { Text } from "@hubspot/ui-extensions";
import type { SendState } from "@medqual/ui/create-sender.ts";
import { failureText } from "@medqual/ui/failure-text.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";

/** Why what was pressed did not happen. */
export function SendProblem({ state }: { readonly state: SendState<object> }) {
  const texts = useTexts(commonTexts);
  if (state.kind !== "failed") return null;
  return <Text format={{ fontWeight: "bold" }}>{failureText(state.failure, texts)}</Text>;
}
