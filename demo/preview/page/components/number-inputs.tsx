import { controlProps, Field, isReadOnly } from "./Field.tsx";
import { useFormField } from "./form.tsx";
import { type Drawn, handlerOf, numberOf, testMark, textOf } from "./props.ts";
import { useTyped } from "./use-typed.ts";

export function NumberInput(props: Drawn) {
  const number = useNumber(props);
  return (
    <Field of={props} problem={number.problem}>
      {(ids) => (
        <span className="unit">
          <input {...controlProps(props, ids)} {...number.control} />
          {props["formatStyle"] === "percentage" ? <span aria-hidden="true">%</span> : null}
        </span>
      )}
    </Field>
  );
}

export function CurrencyInput(props: Drawn) {
  const number = useNumber(props);
  return (
    <Field of={props} problem={number.problem}>
      {(ids) => (
        <span className="unit">
          <span aria-hidden="true">{textOf(props["currency"]) || "USD"}</span>
          <input {...controlProps(props, ids)} {...number.control} />
        </span>
      )}
    </Field>
  );
}

export function StepperInput(props: Drawn) {
  const number = useNumber(props);
  const step = numberOf(props["stepSize"]) ?? 1;
  const name = textOf(props["label"]);
  return (
    <Field of={props} problem={number.problem}>
      {(ids) => (
        <span className="unit">
          <Step name={`Less: ${name}`} sign="−" to={number.value - step} number={number} />
          <input {...controlProps(props, ids)} {...number.control} />
          <Step name={`More: ${name}`} sign="+" to={number.value + step} number={number} />
        </span>
      )}
    </Field>
  );
}

type Entered = ReturnType<typeof useNumber>;

function Step(props: {
  readonly name: string;
  readonly sign: string;
  readonly to: number;
  readonly number: Entered;
}) {
  const { min, max, readOnly } = props.number.control;
  const isPast = (min !== undefined && props.to < min) || (max !== undefined && props.to > max);
  return (
    <button
      type="button"
      aria-label={props.name}
      disabled={isPast || readOnly}
      onClick={() => props.number.set(props.to)}
    >
      {props.sign}
    </button>
  );
}

/** A number outside of its bounds stays visible with a message and is not told to the extension. */
function useNumber(props: Drawn) {
  const { value, defaultValue, name, onChange, onInput, onBlur, onFocus } = props;
  const min = numberOf(props["min"]);
  const max = numberOf(props["max"]);
  const typed = useTyped({
    value: value === undefined ? undefined : textOf(value),
    first: textOf(defaultValue),
    onCommit: (text) => {
      const number = parse(text);
      if (problemOf(number, min, max) === undefined) handlerOf(onChange)(number);
    },
  });
  const current = parse(typed.shown);
  useFormField(name, current, typed.commit);
  return {
    value: current ?? min ?? 0,
    problem: problemOf(current, min, max),
    set: (next: number) => {
      typed.tell(String(next));
      handlerOf(onChange)(next);
    },
    control: {
      type: "number",
      inputMode: "decimal",
      min,
      max,
      step: numberOf(props["stepSize"]) ?? "any",
      value: typed.shown,
      placeholder: textOf(props["placeholder"]) || undefined,
      readOnly: isReadOnly(props),
      onChange: ({ target }: { readonly target: { readonly value: string } }) => {
        typed.type(target.value);
        handlerOf(onInput)(parse(target.value));
      },
      onFocus: () => handlerOf(onFocus)(current),
      onBlur: () => {
        typed.commit();
        handlerOf(onBlur)(current);
      },
      onKeyDown: ({ key }: { readonly key: string }) => {
        if (key === "Enter") typed.commit();
      },
      ...testMark(props["testId"]),
    },
  } as const;
}

function parse(text: string): number | undefined {
  return text.trim() === "" ? undefined : numberOf(Number(text));
}

function problemOf(
  number: number | undefined,
  min: number | undefined,
  max: number | undefined,
): string | undefined {
  if (number === undefined) return undefined;
  if (min !== undefined && number < min) return `Enter ${min} or more.`;
  if (max !== undefined && number > max) return `Enter ${max} or less.`;
  return undefined;
}
