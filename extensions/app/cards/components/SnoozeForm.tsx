import { Button, Flex } from "@hubspot/ui-extensions";
import { type CivilDay, isoDay } from "@medqual/ui/civil-day.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useState } from "react";
import { ActButton } from "./ActButton.tsx";
import { DayInput } from "./DayInput.tsx";

/** Stops the clock of a lead until a day. */
export function SnoozeForm({ onCancel }: { readonly onCancel: () => void }) {
  const { act } = useTexts(cardTexts);
  const [day, setDay] = useState<CivilDay | null>(null);
  const until = day === null ? "" : isoDay(day);
  return (
    <Flex direction="column" gap="small">
      <DayInput
        name="snooze_until"
        label={act.snoozeUntil}
        description={act.snoozeHint}
        value={day}
        onChange={setDay}
      />
      <Flex direction="row" gap="small">
        <ActButton
          action={{ kind: "snooze", until }}
          variant="primary"
          isDisabled={day === null}
          testId="save-snooze"
        >
          {act.snoozeSave}
        </ActButton>
        <Button size="xs" onClick={onCancel}>
          {act.cancel}
        </Button>
      </Flex>
    </Flex>
  );
}
