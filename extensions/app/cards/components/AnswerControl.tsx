import { Flex, MultiSelect, Select } from "@hubspot/ui-extensions";
import { type CivilDay, isoDay } from "@medqual/ui/civil-day.ts";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import { useState } from "react";
import type { AnswerForm } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { DayInput } from "./DayInput.tsx";
import { NotSaved } from "./NotSaved.tsx";

type Props = { readonly form: AnswerForm; readonly label: string };

/** Answers one question on the card: said, dated or chosen. */
export function AnswerControl({ form, label }: Props) {
  switch (form.kind) {
    case "confirm":
      return <Confirm item={form.item} />;
    case "date":
      return <NextStep label={label} />;
    case "choose":
      return <Choose form={form} label={label} />;
  }
}

function Confirm({ item }: { readonly item: string }) {
  const { act } = useTexts(cardTexts);
  return (
    <>
      <Flex direction="row" gap="extra-small">
        <ActButton action={{ kind: "answer", item, state: "confirmed" }} testId={`yes-${item}`}>
          {act.confirmed}
        </ActButton>
        <ActButton action={{ kind: "answer", item, state: "negative" }} testId={`no-${item}`}>
          {act.no}
        </ActButton>
      </Flex>
      <NotSaved of={(action) => action.kind === "answer" && action.item === item} />
    </>
  );
}

function NextStep({ label }: { readonly label: string }) {
  const { act } = useTexts(cardTexts);
  const [day, setDay] = useState<CivilDay | null>(null);
  const date = day === null ? null : isoDay(day);
  return (
    <>
      <Flex direction="row" gap="extra-small" align="end" wrap>
        <DayInput name="next_step" label={act.date(label)} value={day} onChange={setDay} />
        <ActButton
          action={{ kind: "next_step", date }}
          isDisabled={date === null}
          testId="save-date"
        >
          {act.save}
        </ActButton>
      </Flex>
      <NotSaved of={(action) => action.kind === "next_step"} />
    </>
  );
}

type Choice = Extract<AnswerForm, { readonly kind: "choose" }>;

function Choose({ form, label }: { readonly form: Choice; readonly label: string }) {
  const { act } = useTexts(cardTexts);
  const { property, several } = form;
  const [values, setValues] = useState<readonly string[]>([]);
  const common = { name: property, label, placeholder: act.choose, options: [...form.options] };
  return (
    <>
      <Flex direction="row" gap="extra-small" align="end" wrap>
        {several ? (
          <MultiSelect
            {...common}
            value={[...values]}
            onChange={(chosen) => setValues(chosen.map(String))}
          />
        ) : (
          <Select
            {...common}
            {...(values[0] === undefined ? {} : { value: values[0] })}
            onChange={(chosen) => setValues([String(chosen)])}
          />
        )}
        <ActButton
          action={{ kind: "fill", property, values }}
          isDisabled={values.length === 0}
          testId={`save-${property}`}
        >
          {act.save}
        </ActButton>
      </Flex>
      <NotSaved of={(action) => action.kind === "fill" && action.property === property} />
    </>
  );
}
