import { useId, useState } from "react";
import { FieldGroup, isReadOnly } from "./Field.tsx";
import { useFormField } from "./form.tsx";
import { type Drawn, handlerOf, rowsOf, testMark, textOf } from "./props.ts";

export function Checkbox(props: Drawn) {
  return <Mark of={props} type="checkbox" />;
}

export function RadioButton(props: Drawn) {
  return <Mark of={props} type="radio" />;
}

function Mark({ of, type }: { readonly of: Drawn; readonly type: "checkbox" | "radio" }) {
  const { value, name, description, onChange, testId, children } = of;
  const [isChecked, set] = useChecked(of);
  const id = useId();
  useFormField(name, isChecked ? textOf(value) || "true" : "");
  return (
    <div className={of["inline"] ? "mark inline" : "mark"}>
      <label className="choice">
        <input
          type={type}
          name={textOf(name) || undefined}
          checked={isChecked}
          disabled={isReadOnly(of)}
          aria-label={textOf(of["aria-label"]) || undefined}
          aria-describedby={textOf(description) ? id : undefined}
          onChange={({ target }) => {
            set(target.checked);
            handlerOf(onChange)(target.checked, textOf(value));
          }}
          {...testMark(testId)}
        />
        {children}
      </label>
      {textOf(description) === "" ? null : (
        <p id={id} className="about">
          {textOf(description)}
        </p>
      )}
    </div>
  );
}

export function Toggle(props: Drawn) {
  const { name, label, labelDisplay, onChange, textChecked, textUnchecked, testId } = props;
  const [isChecked, set] = useChecked(props);
  useFormField(name, isChecked ? "true" : "false");
  const shown = isChecked ? textOf(textChecked) || "ON" : textOf(textUnchecked) || "OFF";
  const isHidden = labelDisplay === "hidden";
  return (
    <label className={labelDisplay === "top" ? "toggle top" : "toggle"}>
      <input
        type="checkbox"
        role="switch"
        name={textOf(name) || undefined}
        checked={isChecked}
        disabled={isReadOnly(props)}
        aria-label={isHidden ? textOf(label) : undefined}
        onChange={({ target }) => {
          set(target.checked);
          handlerOf(onChange)(target.checked);
        }}
        {...testMark(testId)}
      />
      {isHidden ? null : textOf(label)}
      {props["size"] === undefined || props["size"] === "md" || props["size"] === "medium" ? (
        <span className="about" aria-hidden="true">
          {shown}
        </span>
      ) : null}
    </label>
  );
}

/** What the extension says counts; what it does not say is kept here. */
function useChecked(of: Drawn): readonly [boolean, (isChecked: boolean) => void] {
  const [kept, setKept] = useState(Boolean(of["initialIsChecked"]));
  const { checked } = of;
  return [typeof checked === "boolean" ? checked : kept, setKept];
}

export function ToggleGroup(props: Drawn) {
  const { name, options, onChange, toggleType, inline, testId } = props;
  const rows = rowsOf(options);
  const first = rows.filter((row) => row["initialIsChecked"]).map((row) => textOf(row["value"]));
  const [kept, setKept] = useState<readonly string[]>(first);
  const isRadio = toggleType === "radioButtonList";
  const value = valuesOf(props["value"]) ?? kept;
  const group = useId();
  useFormField(name, isRadio ? (value[0] ?? "") : value);
  const toggle = (option: string, isChecked: boolean) => {
    const next = isRadio ? [option] : value.filter((each) => each !== option);
    if (!isRadio && isChecked) next.push(option);
    setKept(next);
    handlerOf(onChange)(isRadio ? option : next);
  };
  return (
    <FieldGroup of={props}>
      <div className={inline ? "marks inline" : "marks"} {...testMark(testId)}>
        {rows.map((row) => {
          const option = textOf(row["value"]);
          return (
            <div key={option} className="mark">
              <label className="choice">
                <input
                  type={isRadio ? "radio" : "checkbox"}
                  name={`${group}-${textOf(name)}`}
                  checked={value.includes(option)}
                  disabled={isReadOnly(props) || isReadOnly(row)}
                  onChange={({ target }) => toggle(option, target.checked)}
                />
                {textOf(row["label"])}
              </label>
              {textOf(row["description"]) === "" ? null : (
                <p className="about">{textOf(row["description"])}</p>
              )}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

function valuesOf(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) ? value.map(textOf) : undefined;
}
