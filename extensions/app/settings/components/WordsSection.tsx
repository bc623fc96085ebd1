import { Button, Flex, Heading, Input, Select, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useState } from "react";
import type { FactChoice } from "../../../../src/view/settings-view.ts";
import { optionsOf, type SectionProps, useEditing, useProblem } from "../editing.tsx";
import { settingsTexts } from "../texts.ts";
import { OwnValues } from "./OwnValues.tsx";
import { SectionProblem } from "./SectionProblem.tsx";

/** Which spellings mean what in this portal, beyond those that everybody uses. */
export function WordsSection({ panel }: SectionProps) {
  const texts = useTexts(settingsTexts).words;
  const { choices, playbook } = useEditing();
  const facts = choices.facts.filter(({ kind }) => kind === "choice" || kind === "text");
  const [fact, setFact] = useState("specialty");
  const chosen = facts.find(({ value }) => value === fact);
  return (
    <Flex direction="column" gap="medium">
      <Text>{texts.what}</Text>
      <Select
        label={texts.fact}
        name="fact"
        value={fact}
        options={optionsOf(facts.map(({ value, label }) => ({ value, label })))}
        onChange={(value) => setFact(String(value))}
      />
      {chosen ? <Spellings key={fact} fact={chosen} /> : null}
      <Heading>{texts.own}</Heading>
      <SectionProblem path={["vocabulary"]} />
      {choices.vocabularies.map(({ value, label }) => (
        <OwnValues key={value} id={value as keyof typeof playbook.vocabulary} label={label} />
      ))}
      {panel}
    </Flex>
  );
}

function Spellings({ fact }: { readonly fact: FactChoice }) {
  const texts = useTexts(settingsTexts).words;
  const { playbook, change } = useEditing();
  const [spelling, setSpelling] = useState("");
  const own = playbook.vocabulary[fact.value as keyof typeof playbook.vocabulary] ?? {};
  const values = [
    ...fact.values,
    ...Object.entries(own).map(([value, label]) => ({ value, label })),
  ];
  const spellings = playbook.synonyms[fact.value as keyof typeof playbook.synonyms] ?? {};
  const path = ["synonyms", fact.value] as const;
  const put = (next: Readonly<Record<string, string>>) => change(path, next);
  return (
    <Flex direction="column" gap="small">
      {Object.entries(spellings).map(([text, value]) => (
        <Flex key={text} direction="row" gap="small" align="end" wrap="wrap">
          <Meaning
            text={text}
            value={value}
            values={values}
            fact={fact.value}
            onChange={(meaning) => put({ ...spellings, [text]: meaning })}
          />
          <Button
            size="xs"
            variant="destructive"
            onClick={() => {
              const { [text]: _gone, ...rest } = spellings;
              put(rest);
            }}
          >
            {texts.remove(text)}
          </Button>
        </Flex>
      ))}
      <Flex direction="row" gap="small" align="end" wrap="wrap">
        <Input label={texts.spelling} name="spelling" value={spelling} onChange={setSpelling} />
        <Button
          size="sm"
          disabled={spelling.trim() === "" || spelling in spellings}
          onClick={() => {
            put({ ...spellings, [spelling.trim()]: values[0]?.value ?? "" });
            setSpelling("");
          }}
        >
          {texts.add}
        </Button>
      </Flex>
    </Flex>
  );
}

type MeaningProps = {
  readonly text: string;
  readonly value: string;
  readonly values: FactChoice["values"];
  readonly fact: string;
  readonly onChange: (value: string) => void;
};

function Meaning({ text, value, values, fact, onChange }: MeaningProps) {
  const texts = useTexts(settingsTexts).words;
  const problem = useProblem(["synonyms", fact, text]);
  const label = texts.means(text);
  const name = `synonyms.${fact}.${text}`;
  if (values.length === 0)
    return <Input label={label} name={name} value={value} onChange={onChange} {...problem} />;
  return (
    <Select
      label={label}
      name={name}
      value={value}
      options={optionsOf(values)}
      onChange={(next) => onChange(String(next))}
      {...problem}
    />
  );
}
