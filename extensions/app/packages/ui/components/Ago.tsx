import { Text } from "@hubspot/ui-extensions";
import { useFormat } from "../reader.tsx";
import { useNow } from "../use-now.ts";

type Props = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Puts the time into its sentence. */
  readonly children: (ago: string) => string;
};

/** How long ago something was, as a clock that goes on. */
export function Ago({ at, children }: Props) {
  const format = useFormat();
  const now = useNow(1000);
  return (
    <Text variant="microcopy" inline>
      {children(format.ago(Math.max(0, now - at)))}
    </Text>
  );
}
