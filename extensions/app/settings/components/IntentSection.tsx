import { Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { type SectionProps, useEditing } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { CriteriaEditor } from "./CriteriaEditor.tsx";
import { NumberField } from "./fields.tsx";
import { SectionProblem } from "./SectionProblem.tsx";

type Kind = keyof Playbook["intent"]["signals"];

/** What signs of interest are worth, and how fast they fade. */
export function IntentSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts);
  const { playbook, choices } = useEditing();
  const { intent } = playbook;
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.intent.what}</Text>
      <NumberField label={texts.minimum} path={["intent", "minimum"]} value={intent.minimum} />
      {panel}
      <Heading>{texts.intent.signals}</Heading>
      <SectionProblem path={["intent", "signals"]} />
      {choices.signals.map(({ value, label }) => (
        <Signal key={value} kind={value as Kind} label={label} />
      ))}
      <Heading>{texts.criteria.title}</Heading>
      <Text>{texts.intent.own}</Text>
      <CriteriaEditor dimension="intent" />
    </Flex>
  );
}

function Signal({ kind, label }: { readonly kind: Kind; readonly label: string }) {
  const texts = useTexts(settingsTexts).intent;
  const rule = useEditing().playbook.intent.signals[kind];
  const path = ["intent", "signals", kind] as const;
  return (
    <Flex direction="row" gap="small" align="end" wrap="wrap">
      <NumberField label={texts.points(label)} path={[...path, "points"]} value={rule.points} />
      <NumberField
        label={texts.halfLife}
        path={[...path, "halfLifeDays"]}
        value={rule.halfLifeDays}
      />
      <NumberField label={texts.cap} path={[...path, "cap"]} value={rule.cap} />
    </Flex>
  );
}
