import { Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { type SectionProps, useEditing } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { CriteriaEditor } from "./CriteriaEditor.tsx";
import { NumberField } from "./fields.tsx";
import { SectionProblem } from "./SectionProblem.tsx";

/** How well the organization and the person match what is sold. */
export function FitSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts);
  const { fit } = useEditing().playbook;
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.fit.what}</Text>
      <NumberField label={texts.minimum} path={["fit", "minimum"]} value={fit.minimum} />
      {panel}
      <Heading>{texts.criteria.title}</Heading>
      <SectionProblem path={["fit", "criteria"]} />
      <CriteriaEditor dimension="fit" />
    </Flex>
  );
}
