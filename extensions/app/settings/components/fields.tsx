import { Input, MultiSelect, NumberInput, Select, TextArea, Toggle } from "@hubspot/ui-extensions";
import type { Choice } from "../../../../src/view/settings-view.ts";
import { optionsOf, useEditing, useProblem } from "../editing.tsx";
import { type Path, pathText } from "../path.ts";

type Props<Value> = {
  readonly label: string;
  readonly path: Path;
  readonly value: Value;
};

/** A whole or broken number. An empty field changes nothing. */
export function NumberField({ label, path, value, min = 0 }: Props<number> & { min?: number }) {
  const { change } = useEditing();
  return (
    <NumberInput
      label={label}
      name={pathText(path)}
      value={value}
      min={min}
      onChange={(next) => {
        if (Number.isFinite(next)) change(path, next);
      }}
      {...useProblem(path)}
    />
  );
}

export function TextField({ label, path, value }: Props<string>) {
  const { change } = useEditing();
  return (
    <Input
      label={label}
      name={pathText(path)}
      value={value}
      onChange={(next) => change(path, next)}
      {...useProblem(path)}
    />
  );
}

/** `none` names the choice that stands for nothing, kept as null. */
export function ChoiceField({
  label,
  path,
  value,
  choices,
  none,
}: Props<string | null> & { readonly choices: readonly Choice[]; readonly none?: string }) {
  const { change } = useEditing();
  const options = none === undefined ? [] : [{ value: "", label: none }];
  return (
    <Select
      label={label}
      name={pathText(path)}
      value={value ?? ""}
      options={[...options, ...optionsOf(choices)]}
      onChange={(next) => change(path, next === "" ? null : next)}
      {...useProblem(path)}
    />
  );
}

export function ChoicesField({
  label,
  path,
  value,
  choices,
}: Props<readonly (string | number)[]> & { readonly choices: readonly Choice[] }) {
  const { change } = useEditing();
  return (
    <MultiSelect
      label={label}
      name={pathText(path)}
      value={[...value]}
      options={optionsOf(choices)}
      onChange={(next) => change(path, next)}
      {...useProblem(path)}
    />
  );
}

export function ToggleField({ label, path, value }: Props<boolean>) {
  const { change } = useEditing();
  return (
    <Toggle
      label={label}
      name={pathText(path)}
      checked={value}
      labelDisplay="inline"
      onChange={(next) => change(path, next)}
    />
  );
}

/** A list of texts, one a line. */
export function LinesField({
  label,
  path,
  value,
  placeholder,
}: Props<readonly string[]> & { readonly placeholder?: string }) {
  const { change } = useEditing();
  return (
    <TextArea
      label={label}
      name={pathText(path)}
      value={value.join("\n")}
      rows={Math.min(8, Math.max(2, value.length + 1))}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(next) => change(path, linesOf(next))}
      {...useProblem(path)}
    />
  );
}

export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
