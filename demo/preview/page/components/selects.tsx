import { useState } from "react";
import { controlProps, Field, FieldGroup, isReadOnly } from "./Field.tsx";
import { useFormField } from "./form.tsx";
import { type Drawn, handlerOf, rowsOf, testMark, textOf } from "./props.ts";

/** From so many options on HubSpot offers a search among them. */
const searchableFrom = 8;

/** One of several; the value may be a text, a number or a boolean, so options go by their place. */
export function Select(props: Drawn) {
  const { name, options, onChange, onInput, placeholder, testId } = props;
  const [kept, setKept] = useState<unknown>(undefined);
  const rows = rowsOf(options);
  const value = props["value"] === undefined ? kept : props["value"];
  const chosen = rows.findIndex((row) => row["value"] === value);
  useFormField(name, value);
  const choose = (place: number) => {
    const next = rows[place]?.["value"];
    setKept(next);
    handlerOf(onChange)(next);
  };
  return (
    <Field of={props}>
      {(ids) => (
        <>
          {typeof onInput === "function" ? (
            <input
              type="search"
              aria-label={`Search: ${textOf(props["label"])}`}
              onChange={({ target }) => handlerOf(onInput)(target.value)}
            />
          ) : null}
          <select
            {...controlProps(props, ids)}
            value={chosen < 0 ? "" : String(chosen)}
            disabled={isReadOnly(props)}
            onChange={({ target }) => choose(Number(target.value))}
            {...testMark(testId)}
          >
            {chosen < 0 ? (
              <option value="" disabled>
                {textOf(placeholder) || "Select"}
              </option>
            ) : null}
            {rows.map((row, place) => (
              <option key={String(row["value"])} value={String(place)}>
                {textOf(row["label"])}
              </option>
            ))}
          </select>
        </>
      )}
    </Field>
  );
}

/** Several of several: the chosen ones in words, and behind them all with a mark each. */
export function MultiSelect(props: Drawn) {
  const { name, options, onChange, placeholder, testId } = props;
  const [kept, setKept] = useState<readonly unknown[]>([]);
  const [text, setText] = useState("");
  const rows = rowsOf(options);
  const value: readonly unknown[] = Array.isArray(props["value"]) ? props["value"] : kept;
  useFormField(name, value);
  const toggle = (option: unknown) => {
    const isChosen = value.includes(option);
    const next = isChosen ? value.filter((each) => each !== option) : [...value, option];
    setKept(next);
    handlerOf(onChange)(next);
  };
  const chosen = rows.filter((row) => value.includes(row["value"]));
  const wanted = text.toLowerCase();
  const offered = rows.filter((row) => textOf(row["label"]).toLowerCase().includes(wanted));
  return (
    <FieldGroup of={props}>
      <details className="choices" {...testMark(testId)}>
        <summary>
          {chosen.map((row) => textOf(row["label"])).join(", ") ||
            textOf(placeholder) ||
            "Nothing chosen"}
        </summary>
        {rows.length < searchableFrom ? null : (
          <input
            type="search"
            aria-label={`Search: ${textOf(props["label"])}`}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        {offered.map((row) => (
          <label key={String(row["value"])} className="choice">
            <input
              type="checkbox"
              checked={value.includes(row["value"])}
              disabled={isReadOnly(props)}
              onChange={() => toggle(row["value"])}
            />
            {textOf(row["label"])}
          </label>
        ))}
        {offered.length === 0 ? <p className="about">No option is called so.</p> : null}
      </details>
    </FieldGroup>
  );
}
