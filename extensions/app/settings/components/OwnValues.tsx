import { Button, Flex, Input, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useState } from "react";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { useEditing } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { TextField } from "./fields.tsx";

type Props = { readonly id: keyof Playbook["vocabulary"]; readonly label: string };

/** Values that this portal adds to a vocabulary. */
export function OwnValues({ id, label }: Props) {
  const texts = useTexts(settingsTexts).words;
  const { playbook, change } = useEditing();
  const [fresh, setFresh] = useState("");
  const own: Readonly<Record<string, string>> = playbook.vocabulary[id] ?? {};
  const path = ["vocabulary", id] as const;
  const value = `own_${fresh
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")}`;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: "demibold" }}>{label}</Text>
      {Object.entries(own).map(([each, text]) => (
        <Flex key={each} direction="row" gap="small" align="end" wrap="wrap">
          <TextField label={texts.valueLabel} path={[...path, each]} value={text} />
          <Button
            size="xs"
            variant="destructive"
            onClick={() => {
              const { [each]: _gone, ...rest } = own;
              change(path, rest);
            }}
          >
            {texts.remove(text)}
          </Button>
        </Flex>
      ))}
      <Flex direction="row" gap="small" align="end" wrap="wrap">
        <Input
          label={texts.fresh(label)}
          name={`vocabulary.${id}.fresh`}
          value={fresh}
          onChange={setFresh}
        />
        <Button
          size="sm"
          disabled={fresh.trim() === "" || value in own}
          onClick={() => {
            change(path, { ...own, [value]: fresh.trim() });
            setFresh("");
          }}
        >
          {texts.addValue}
        </Button>
      </Flex>
    </Flex>
  );
}
