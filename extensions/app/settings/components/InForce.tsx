import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Text,
} from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { SettingsAnswer } from "../../../../src/view/settings-view.ts";
import { settingsTexts } from "../texts.ts";
import type { SectionId } from "./sections.tsx";

/** Which sections of the view a tab shows while nothing is edited. */
const shown: Readonly<Record<SectionId, readonly string[]>> = {
  fit: ["fit"],
  intent: ["intent"],
  offers: ["offers", "sources"],
  committee: ["readiness", "committee"],
  handoff: ["handoff", "projection"],
  words: [],
  people: [],
};

type Props = { readonly answer: SettingsAnswer; readonly section: SectionId };

/** A part of the playbook in force, to read. */
export function InForce({ answer, section }: Props) {
  const texts = useTexts(settingsTexts);
  const parts = answer.inForce.sections.filter(({ id }) => shown[section].includes(id));
  return (
    <Flex direction="column" gap="medium">
      <Text variant="microcopy">
        {answer.may.edit ? texts.readOnly.begin : texts.readOnly.nobody}
      </Text>
      {parts.map(({ id, title, rows }) => (
        <Accordion key={id} title={title} defaultOpen>
          <DescriptionList direction="column">
            {rows.map(({ label, value }) => (
              <DescriptionListItem key={label} label={label}>
                <Text>{value}</Text>
              </DescriptionListItem>
            ))}
          </DescriptionList>
        </Accordion>
      ))}
      {section === "people" ? <People people={answer.inForce.document.people} /> : null}
    </Flex>
  );
}

function People({ people }: { readonly people: SettingsAnswer["inForce"]["document"]["people"] }) {
  const texts = useTexts(settingsTexts).people;
  const rows = [
    [texts.marketing, people.approvers.marketing, texts.anybody],
    [texts.sales, people.approvers.sales, texts.anybody],
    [texts.admins, people.admins, texts.installer],
  ] as const;
  return (
    <DescriptionList direction="column">
      {rows.map(([label, ids, none]) => (
        <DescriptionListItem key={label} label={label}>
          <Text>{ids.length === 0 ? none : ids.join(", ")}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
