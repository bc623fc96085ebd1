import { Accordion, List, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import type { DraftView } from "../../../../src/view/settings-view.ts";
import { settingsTexts } from "../texts.ts";

/** What a draft says otherwise than the version in force, in words. */
export function Changes({ changes }: Pick<DraftView, "changes">) {
  const texts = useTexts(settingsTexts).bar;
  const format = useFormat();
  if (changes.length === 0) return <Text>{texts.unchanged}</Text>;
  return (
    <Accordion size="sm" title={texts.changes(format.number(changes.length))}>
      <List variant="unordered-styled">
        {changes.map(({ path, sentence }) => (
          <Text key={`${path} ${sentence}`}>{sentence}</Text>
        ))}
      </List>
    </Accordion>
  );
}

/** What keeps a draft from being published, and what to think about. */
export function Problems({ problems }: Pick<DraftView, "problems">) {
  const texts = useTexts(settingsTexts).bar;
  const format = useFormat();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const title = texts.problems(format.number(errors), format.number(problems.length - errors));
  return (
    <Accordion size="sm" title={title} defaultOpen={errors > 0}>
      <List variant="unordered-styled">
        {problems.map(({ path, message, suggestion }) => (
          <Text key={`${path} ${message}`}>{`${message} ${suggestion ?? ""}`}</Text>
        ))}
      </List>
    </Accordion>
  );
}
