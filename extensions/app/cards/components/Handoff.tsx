import { Button, Flex, Text, Tile } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useState } from "react";
import type { ContactCardView, ReaderView } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { Clock } from "./Clock.tsx";
import { NotSaved } from "./NotSaved.tsx";
import { ReturnForm } from "./ReturnForm.tsx";
import { SnoozeForm } from "./SnoozeForm.tsx";

type Props = {
  readonly view: Pick<ContactCardView, "handoff" | "next">;
  readonly reader: ReaderView;
};

/** The one next thing, its clock, and what becomes of the lead. */
export function Handoff({ view, reader }: Props) {
  const texts = useTexts(cardTexts);
  const { handoff, next } = view;
  return (
    <Tile compact>
      <Flex direction="column" gap="small">
        <Flex direction="column" gap="extra-small">
          <Text variant="microcopy" format={{ fontWeight: "demibold" }}>
            {texts.header.next}
          </Text>
          <Text testId="next-action">{next.text}</Text>
          <Clock handoff={handoff} dueAt={next.dueAt} />
          <Text variant="microcopy">{handoff.sentence}</Text>
        </Flex>
        <Controls handoff={handoff} reader={reader} />
      </Flex>
    </Tile>
  );
}

type ControlsProps = {
  readonly handoff: ContactCardView["handoff"];
  readonly reader: ReaderView;
};

function Controls({ handoff, reader }: ControlsProps) {
  const { act } = useTexts(cardTexts);
  const [open, setOpen] = useState<"return" | "snooze" | null>(null);
  const { canAccept, canReturn, canSnooze } = handoff;
  if (!canAccept && !canReturn && !canSnooze) return null;
  if (!reader.mayHandOver)
    return (
      <Text variant="microcopy" testId="only-looking">
        {`${act.onlyLooking}. ${reader.because ?? ""}`}
      </Text>
    );
  const close = () => setOpen(null);
  return (
    <>
      {open === null ? (
        <Flex direction="row" gap="small" wrap>
          {canAccept ? (
            <ActButton action={{ kind: "accept" }} variant="primary" testId="accept">
              {act.accept}
            </ActButton>
          ) : null}
          {canReturn ? (
            <Button size="xs" onClick={() => setOpen("return")} testId="return">
              {act.back}
            </Button>
          ) : null}
          {canSnooze ? (
            <Button size="xs" onClick={() => setOpen("snooze")} testId="snooze">
              {act.snooze}
            </Button>
          ) : null}
        </Flex>
      ) : null}
      {open === "return" && canReturn ? (
        <ReturnForm reasons={handoff.returnReasons} onCancel={close} />
      ) : null}
      {open === "snooze" && canSnooze ? <SnoozeForm onCancel={close} /> : null}
      <NotSaved of={({ kind }) => ["accept", "return", "snooze"].includes(kind)} />
    </>
  );
}
