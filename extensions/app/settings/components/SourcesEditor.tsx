import { Accordion, Button, Flex } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { useEditing } from "../editing.tsx";
import { freeId } from "../free-id.ts";
import { settingsTexts } from "../texts.ts";
import { ChoiceField, LinesField, TextField } from "./fields.tsx";

type SourceRule = Playbook["sources"][number];

/** How it is known where a lead came from; the first rule that holds counts. */
export function SourcesEditor() {
  const texts = useTexts(settingsTexts).sources;
  const { playbook, change, choices, properties } = useEditing();
  const { sources } = playbook;
  const listed = (properties?.contact ?? []).map(({ name, label }) => {
    return { value: `contact.${name}`, label };
  });
  const add = () => {
    const fresh: SourceRule = {
      id: freeId(sources, "source"),
      label: texts.fresh,
      class: "partner",
      property: "contact.lead_source",
      words: [],
    };
    change(["sources"], [fresh, ...sources]);
  };
  return (
    <Flex direction="column" gap="small">
      {sources.map((rule, i) => {
        const path = ["sources", i] as const;
        const isListed = listed.some(({ value }) => value === rule.property);
        const known = isListed ? [] : [{ value: rule.property, label: rule.property }];
        return (
          <Accordion key={rule.id} size="sm" title={rule.label}>
            <Flex direction="column" gap="small">
              <Flex direction="row" gap="small" wrap="wrap" align="end">
                <TextField label={texts.label} path={[...path, "label"]} value={rule.label} />
                <ChoiceField
                  label={texts.class}
                  path={[...path, "class"]}
                  value={rule.class}
                  choices={choices.sources}
                />
                <ChoiceField
                  label={texts.property}
                  path={[...path, "property"]}
                  value={rule.property}
                  choices={[...known, ...listed]}
                />
              </Flex>
              <LinesField label={texts.words} path={[...path, "words"]} value={rule.words} />
              <Flex>
                <Button
                  size="xs"
                  variant="destructive"
                  onClick={() =>
                    change(
                      ["sources"],
                      sources.filter(({ id }) => id !== rule.id),
                    )
                  }
                >
                  {texts.remove}
                </Button>
              </Flex>
            </Flex>
          </Accordion>
        );
      })}
      <Flex>
        <Button size="sm" onClick={add}>
          {texts.add}
        </Button>
      </Flex>
      <LinesField
        label={texts.competitors}
        path={["competitorDomains"]}
        value={playbook.competitorDomains}
      />
    </Flex>
  );
}
