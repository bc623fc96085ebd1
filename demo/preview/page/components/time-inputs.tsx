import { controlProps, Field, isReadOnly } from "./Field.tsx";
import { useFormField } from "./form.tsx";
import { type Drawn, handlerOf, isRow, numberOf, testMark } from "./props.ts";
import { useTyped } from "./use-typed.ts";

/** A day as HubSpot counts it: months from 0. */
export function DateInput(props: Drawn) {
  const day = useTypedTime(props, { print: printDay, parse: parseDay });
  return (
    <Field of={props}>
      {(ids) => (
        <input
          {...controlProps(props, ids)}
          {...day}
          type="date"
          min={printDay(props["min"]) || undefined}
          max={printDay(props["max"]) || undefined}
        />
      )}
    </Field>
  );
}

export function TimeInput(props: Drawn) {
  const time = useTypedTime(props, { print: printTime, parse: parseTime });
  return (
    <Field of={props}>
      {(ids) => (
        <input
          {...controlProps(props, ids)}
          {...time}
          type="time"
          step={60 * (numberOf(props["interval"]) ?? 1)}
          min={printTime(props["min"]) || undefined}
          max={printTime(props["max"]) || undefined}
        />
      )}
    </Field>
  );
}

type Shape = {
  readonly print: (value: unknown) => string;
  readonly parse: (text: string) => object | null;
};

function useTypedTime(props: Drawn, { print, parse }: Shape) {
  const { value, defaultValue, name, onChange, onBlur, onFocus } = props;
  const typed = useTyped({
    value: value === undefined ? undefined : print(value),
    first: print(defaultValue),
    onCommit: (text) => handlerOf(onChange)(parse(text)),
  });
  useFormField(name, parse(typed.shown), typed.commit);
  return {
    value: typed.shown,
    readOnly: isReadOnly(props),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      typed.type(target.value),
    onFocus: () => handlerOf(onFocus)(parse(typed.shown)),
    onBlur: () => {
      typed.commit();
      handlerOf(onBlur)(parse(typed.shown));
    },
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key === "Enter") typed.commit();
    },
    ...testMark(props["testId"]),
  };
}

function printDay(value: unknown): string {
  if (!isRow(value)) return "";
  const [year, month, date] = [value["year"], value["month"], value["date"]].map(numberOf);
  if (year === undefined || month === undefined || date === undefined) return "";
  return `${String(year).padStart(4, "0")}-${twoDigits(month + 1)}-${twoDigits(date)}`;
}

function parseDay(text: string): object | null {
  const [year, month, date] = text.split("-").map(Number);
  if (!year || !month || !date) return null;
  return { year, month: month - 1, date, formattedDate: text };
}

function printTime(value: unknown): string {
  if (!isRow(value)) return "";
  const hours = numberOf(value["hours"]);
  const minutes = numberOf(value["minutes"]);
  if (hours === undefined || minutes === undefined) return "";
  return `${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function parseTime(text: string): object | null {
  const [hours, minutes] = text.split(":").map(Number);
  return hours === undefined || minutes === undefined ? null : { hours, minutes };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
