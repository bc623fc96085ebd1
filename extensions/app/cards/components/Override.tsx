import { Accordion, Flex, Select, Text } from "@hubspot/ui-extensions";
import { type CivilDay, isoDay } from "@medqual/ui/civil-day.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useState } from "react";
import type { Option, OverrideView } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { DayInput } from "./DayInput.tsx";
import { NotSaved } from "./NotSaved.tsx";

/** A person's word in place of the verdict: with a reason, and a last day. */
export function Override({ override }: { readonly override: OverrideView }) {
  const texts = useTexts(cardTexts);
  return (
    <Accordion title={texts.override.title} size="small">
      <Flex direction="column" gap="small">
        <Text variant="microcopy">{texts.override.hint}</Text>
        {override.sentence === null ? (
          <OverrideForm override={override} />
        ) : (
          <Flex direction="row" gap="small" align="center" wrap>
            <Text>{override.sentence}</Text>
            <ActButton action={{ kind: "end_override" }}>{texts.override.end}</ActButton>
          </Flex>
        )}
        <NotSaved of={({ kind }) => kind === "override" || kind === "end_override"} />
      </Flex>
    </Accordion>
  );
}

function OverrideForm({ override }: { readonly override: OverrideView }) {
  const texts = useTexts(cardTexts);
  const [status, setStatus] = useState("");
  const [reason, setReason] = useState("");
  const [day, setDay] = useState<CivilDay | null>(null);
  const isWhole = status !== "" && reason !== "" && day !== null;
  const until = day === null ? "" : isoDay(day);
  const choice = (name: string, label: string, options: readonly Option[]) => {
    return { name, label, options: [...options], placeholder: texts.act.choose, required: true };
  };
  return (
    <Flex direction="row" gap="small" align="end" wrap>
      <Select
        {...choice("override_status", texts.override.stands, override.statuses)}
        value={status}
        onChange={(chosen) => setStatus(String(chosen))}
      />
      <Select
        {...choice("override_reason", texts.override.reason, override.reasons)}
        value={reason}
        onChange={(chosen) => setReason(String(chosen))}
      />
      <DayInput name="override_until" label={texts.override.until} value={day} onChange={setDay} />
      <ActButton
        action={{ kind: "override", status, reason, until }}
        isDisabled={!isWhole}
        testId="save-override"
      >
        {texts.override.save}
      </ActButton>
    </Flex>
  );
}
