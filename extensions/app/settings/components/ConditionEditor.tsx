import { Flex, Input, NumberInput, Select } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useMemo } from "react";
import type { Playbook } from "../../../../src/view/settings-view.ts";
import { optionsOf, useEditing, useProblem } from "../editing.tsx";
import { type Path, pathText, setIn } from "../path.ts";
import { type Subject, subjectsOf, testedOf } from "../subjects.ts";
import { settingsTexts } from "../texts.ts";
import { ChoicesField, LinesField } from "./fields.tsx";

type Criterion = Playbook["fit"]["criteria"][number];
type Test = Extract<Criterion, { readonly fact: unknown }>;
type Condition = Test["condition"];
type Operator = Condition["operator"];
type Props = { readonly test: Test; readonly path: Path };

const operators: Readonly<Record<Subject["kind"], readonly Operator[]>> = {
  choice: ["IN", "NOT_IN", "HAS_PROPERTY"],
  text: ["IN", "NOT_IN", "CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN", "EQ", "NEQ", "HAS_PROPERTY"],
  number: ["GTE", "LTE", "BETWEEN", "GT", "LT", "EQ", "NEQ", "HAS_PROPERTY"],
  date: ["GTE", "LTE", "BETWEEN", "HAS_PROPERTY"],
};

/** What is tested, how, and against which values. */
export function ConditionEditor({ test, path }: Props) {
  const texts = useTexts(settingsTexts).condition;
  const { playbook, choices, properties, change } = useEditing();
  const subjects = useMemo(
    () => subjectsOf(choices.facts, properties, playbook),
    [choices, properties, playbook],
  );
  const subject = subjects.find(({ value }) => value === test.fact);
  const kind = subject?.kind ?? "text";
  const { operator } = test.condition;
  const offered = operators[kind].includes(operator)
    ? operators[kind]
    : [operator, ...operators[kind]];
  const choose = (value: string) => {
    const next = subjects.find((each) => each.value === value);
    if (!next) return;
    const [first = "HAS_PROPERTY"] = operators[next.kind];
    const changed = setIn(playbook, [...path, "fact"], value);
    const own = next.own ? [...playbook.properties, next.own] : playbook.properties;
    change(["properties"], testedOf(own, changed));
    change([...path, "fact"], value);
    change([...path, "condition"], emptyCondition(first));
  };
  return (
    <Flex direction="row" gap="small" wrap="wrap" align="end">
      <Select
        label={texts.subject}
        name={pathText([...path, "fact"])}
        value={test.fact}
        options={optionsOf(subjects.map(({ value, label }) => ({ value, label })))}
        onChange={(value) => choose(String(value))}
        {...useProblem([...path, "fact"])}
      />
      <Select
        label={texts.operator}
        name={pathText([...path, "condition", "operator"])}
        value={operator}
        options={offered.map((value) => ({ value, label: texts.operators[value] }))}
        onChange={(value) => change([...path, "condition"], emptyCondition(value as Operator))}
      />
      <Values condition={test.condition} subject={subject} path={[...path, "condition"]} />
    </Flex>
  );
}

type ValuesProps = {
  readonly condition: Condition;
  readonly subject: Subject | undefined;
  readonly path: Path;
};

function Values({ condition, subject, path }: ValuesProps) {
  const texts = useTexts(settingsTexts).condition;
  if ("values" in condition) {
    const at = [...path, "values"];
    if (subject && subject.values.length > 0)
      return (
        <ChoicesField
          label={texts.values}
          path={at}
          value={condition.values}
          choices={subject.values}
        />
      );
    return <LinesField label={texts.lines} path={at} value={condition.values.map(String)} />;
  }
  if (condition.operator === "BETWEEN")
    return (
      <>
        <Limit
          label={texts.low}
          path={[...path, "low"]}
          value={condition.low}
          kind={subject?.kind}
        />
        <Limit
          label={texts.high}
          path={[...path, "high"]}
          value={condition.high}
          kind={subject?.kind}
        />
      </>
    );
  if (!("value" in condition)) return null;
  return (
    <Limit
      label={texts.value}
      path={[...path, "value"]}
      value={condition.value}
      kind={subject?.kind}
    />
  );
}

type LimitProps = {
  readonly label: string;
  readonly path: Path;
  readonly value: string | number;
  readonly kind: Subject["kind"] | undefined;
};

/** A number; for dates and texts what is written. */
function Limit({ label, path, value, kind }: LimitProps) {
  const { change } = useEditing();
  const name = pathText(path);
  const problem = useProblem(path);
  if (kind === "number")
    return (
      <NumberInput
        label={label}
        name={name}
        {...(typeof value === "number" ? { value } : {})}
        onChange={(next) => {
          if (Number.isFinite(next)) change(path, next);
        }}
        {...problem}
      />
    );
  return (
    <Input
      label={label}
      name={name}
      value={String(value)}
      onChange={(next) => change(path, next)}
      {...(kind === "date" ? { placeholder: "YYYY-MM-DD" } : {})}
      {...problem}
    />
  );
}

function emptyCondition(operator: Operator): Condition {
  switch (operator) {
    case "IN":
    case "NOT_IN":
      return { operator, values: [] };
    case "GT":
    case "GTE":
    case "LT":
    case "LTE":
      return { operator, value: 0 };
    case "BETWEEN":
      return { operator, low: 0, high: 100 };
    case "EQ":
    case "NEQ":
    case "CONTAINS_TOKEN":
    case "NOT_CONTAINS_TOKEN":
      return { operator, value: "" };
    case "HAS_PROPERTY":
    case "NOT_HAS_PROPERTY":
      return { operator };
  }
}
