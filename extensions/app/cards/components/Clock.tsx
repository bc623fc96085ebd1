import { Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useNow } from "@medqual/ui/use-now.ts";
import type { HandoffView } from "../../../../src/view/card-view.ts";

type Props = { readonly handoff: HandoffView; readonly dueAt: number | null };

/** How long there is left, or how long it is overdue, as a clock that goes on. */
export function Clock({ handoff, dueAt }: Props) {
  const { header } = useTexts(cardTexts);
  const format = useFormat();
  const now = useNow(1000);
  if (dueAt === null) return null;
  const isOver = handoff.isOverdue || dueAt < now;
  const say = isOver ? header.overdue : header.due;
  return (
    <Text format={{ fontWeight: isOver ? "bold" : "demibold" }} testId="clock">
      {say(format.moment(dueAt), format.fromNow(dueAt - now))}
    </Text>
  );
}
