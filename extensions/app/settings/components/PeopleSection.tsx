import { Flex, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { type SectionProps, useEditing } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { LinesField } from "./fields.tsx";
import { SectionProblem } from "./SectionProblem.tsx";

/** Who approves, who takes leads, and who may disconnect; by HubSpot user id. */
export function PeopleSection({ panel }: SectionProps) {
  const all = useTexts(settingsTexts);
  const texts = all.people;
  const { playbook } = useEditing();
  const { approvers, members, admins } = playbook.people;
  const { queues } = playbook.handoff;
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.what}</Text>
      <Text variant="microcopy">{texts.where}</Text>
      <SectionProblem path={["people", "approvers"]} />
      <LinesField
        label={texts.marketing}
        path={["people", "approvers", "marketing"]}
        value={approvers.marketing}
        placeholder={texts.anybody}
      />
      <LinesField
        label={texts.sales}
        path={["people", "approvers", "sales"]}
        value={approvers.sales}
        placeholder={texts.anybody}
      />
      <LinesField
        label={texts.admins}
        path={["people", "admins"]}
        value={admins}
        placeholder={texts.installer}
      />
      {(["sales", "nurture", "syndication"] as const).map((route) => (
        <LinesField
          key={route}
          label={texts.members(queues[route].label)}
          path={["people", "members", route]}
          value={members[route] ?? []}
          placeholder={texts.everybody}
        />
      ))}
      {panel}
    </Flex>
  );
}
