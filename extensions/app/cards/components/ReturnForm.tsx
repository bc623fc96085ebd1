import { Button, Flex, Select } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useState } from "react";
import type { Option } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";

type Props = { readonly reasons: readonly Option[]; readonly onCancel: () => void };

/** Gives a lead back, with one of the reasons both sides have agreed on. */
export function ReturnForm({ reasons, onCancel }: Props) {
  const { act } = useTexts(cardTexts);
  const [reason, setReason] = useState<string | null>(null);
  return (
    <Flex direction="column" gap="small">
      <Select
        name="return_reason"
        label={act.reason}
        description={act.returnHint}
        placeholder={act.choose}
        required
        options={[...reasons]}
        {...(reason === null ? {} : { value: reason })}
        onChange={(chosen) => setReason(String(chosen))}
      />
      <Flex direction="row" gap="small">
        <ActButton
          action={{ kind: "return", reason: reason ?? "" }}
          variant="primary"
          isDisabled={reason === null}
          testId="return-lead"
        >
          {act.returnLead}
        </ActButton>
        <Button size="xs" onClick={onCancel}>
          {act.cancel}
        </Button>
      </Flex>
    </Flex>
  );
}
