import { Accordion, Flex, Heading, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { type SectionProps, useEditing, useProblem } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { ChoicesField, NumberField, ToggleField } from "./fields.tsx";
import { RequirementsEditor } from "./RequirementsEditor.tsx";

/** What sales confirms before an SQL, and who has to be known at the account. */
export function CommitteeSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts).committee;
  const { playbook, choices } = useEditing();
  const { readiness, committee } = playbook;
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.what}</Text>
      <ChoicesField
        label={texts.required}
        path={["readiness", "required"]}
        value={readiness.required}
        choices={choices.checklist}
      />
      <ToggleField
        label={texts.atSql}
        path={["committee", "requiredAtSql"]}
        value={committee.requiredAtSql}
      />
      <NumberField
        label={texts.silent}
        path={["committee", "silentAfterDays"]}
        value={committee.silentAfterDays}
        min={1}
      />
      <Heading>{texts.templates}</Heading>
      {committee.templates.map(({ id }, i) => (
        <Template key={id} position={i} />
      ))}
      {panel}
    </Flex>
  );
}

function Template({ position }: { readonly position: number }) {
  const all = useTexts(settingsTexts);
  const texts = all.committee;
  const { playbook, choices } = useEditing();
  const template = playbook.committee.templates[position];
  const path = ["committee", "templates", position] as const;
  const { validationMessage, description } = useProblem(path);
  const problem = validationMessage ?? description;
  if (!template) return null;
  const types = choices.facts.find(({ value }) => value === "organizationType")?.values ?? [];
  const own = Object.entries(playbook.vocabulary.organizationType ?? {});
  const known = [...types, ...own.map(([value, label]) => ({ value, label }))];
  const names = template.organizationTypes.map(
    (type) => known.find(({ value }) => value === type)?.label ?? type,
  );
  const short = names.length > 3 ? `${names.slice(0, 3).join(", ")} …` : names.join(", ");
  const solutions = choices.solutions
    .filter(({ value }) => template.solutions.some((each) => each === value))
    .map(({ label }) => label);
  const mark = problem === undefined ? "" : ` · ${all.criteria.problem}`;
  return (
    <Accordion size="sm" title={`${short} · ${solutions.join(", ")}${mark}`}>
      <Flex direction="column" gap="small">
        {problem === undefined ? null : <Text>{problem}</Text>}
        <ChoicesField
          label={texts.types}
          path={[...path, "organizationTypes"]}
          value={template.organizationTypes}
          choices={known}
        />
        <ChoicesField
          label={texts.solutions}
          path={[...path, "solutions"]}
          value={template.solutions}
          choices={choices.solutions}
        />
        <ToggleField
          label={texts.parent}
          path={[...path, "includesParent"]}
          value={template.includesParent}
        />
        <RequirementsEditor
          title={texts.first}
          path={[...path, "atSql"]}
          requirements={template.atSql}
        />
        <RequirementsEditor
          title={texts.later}
          path={[...path, "later"]}
          requirements={template.later}
        />
      </Flex>
    </Accordion>
  );
}
