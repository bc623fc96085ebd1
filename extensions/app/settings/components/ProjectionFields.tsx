import { Flex, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useEditing } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { ChoiceField } from "./fields.tsx";

/** What HubSpot's own fields say for a status, in this portal's own stages. */
export function ProjectionFields() {
  const texts = useTexts(settingsTexts).handoff;
  const { playbook, properties } = useEditing();
  const { lifecycle, leadStatus } = playbook.projection;
  const optionsFor = (name: string, present: readonly (string | null)[]) => {
    const options = properties?.contact.find((each) => each.name === name)?.options ?? [];
    const missing = present.filter(
      (value) => value !== null && !options.some((option) => option.value === value),
    );
    return [...options, ...missing.map((value) => ({ value: value ?? "", label: value ?? "" }))];
  };
  const stages = optionsFor("lifecyclestage", Object.values(lifecycle));
  const leadStatuses = optionsFor("hs_lead_status", Object.values(leadStatus));
  return (
    <>
      <Text>{texts.projectionWhat}</Text>
      <Flex direction="row" gap="small" wrap="wrap" align="end">
        {(["mql", "sql"] as const).map((status) => (
          <ChoiceField
            key={status}
            label={texts.lifecycle[status]}
            path={["projection", "lifecycle", status]}
            value={lifecycle[status]}
            choices={stages}
            none={texts.leave}
          />
        ))}
        {(["offered", "accepted", "recycled", "disqualified"] as const).map((step) => (
          <ChoiceField
            key={step}
            label={texts.leadStatus[step]}
            path={["projection", "leadStatus", step]}
            value={leadStatus[step]}
            choices={leadStatuses}
            none={texts.leave}
          />
        ))}
      </Flex>
    </>
  );
}
