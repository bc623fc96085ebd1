import { type KeyboardEvent, useId, useState } from "react";
import type { PropertyDefinition } from "./api.ts";

type Props = {
  readonly definition: PropertyDefinition;
  readonly value: string;
  /** A value as HubSpot stores it; empty takes it away. */
  readonly onChange: (value: string) => void;
};

/** One property, edited by the control that its type asks for. */
export function PropertyField({ definition, value, onChange }: Props) {
  const { type, fieldType, options = [] } = definition;
  if (type === "enumeration" && fieldType === "checkbox")
    return <Choices definition={definition} value={value} onChange={onChange} />;
  if (type === "enumeration" || type === "bool")
    return (
      <Labelled definition={definition}>
        {(id) => (
          <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">–</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  return <Typed definition={definition} value={value} onChange={onChange} />;
}

/** Text, numbers and dates are saved when the field is left, or by Enter. */
function Typed({ definition, value, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const input = inputTypes[definition.type] ?? "text";
  const isInstant = input === "datetime-local";
  const shown = draft ?? value;
  const save = () => {
    if (shown !== value) onChange(shown);
    setDraft(null);
  };
  return (
    <Labelled definition={definition}>
      {(id) => (
        <input
          id={id}
          type={input}
          value={isInstant ? toLocal(shown) : shown.slice(0, input === "date" ? 10 : undefined)}
          onChange={({ target }) => setDraft(isInstant ? toIso(target.value) : target.value)}
          onBlur={save}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === "Enter") save();
          }}
        />
      )}
    </Labelled>
  );
}

const inputTypes: Readonly<Record<string, string>> = {
  number: "number",
  date: "date",
  datetime: "datetime-local",
};

function Choices({ definition, value, onChange }: Props) {
  const chosen = new Set(value.split(";").filter(Boolean));
  const toggle = (option: string) => {
    const next = new Set(chosen);
    if (!next.delete(option)) next.add(option);
    onChange([...next].join(";"));
  };
  return (
    <details className="choices">
      <summary>
        {definition.label} <span>{chosen.size > 0 ? `${chosen.size} chosen` : "–"}</span>
      </summary>
      {(definition.options ?? []).map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={chosen.has(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.label}
        </label>
      ))}
    </details>
  );
}

function Labelled(props: {
  readonly definition: PropertyDefinition;
  readonly children: (id: string) => React.ReactElement;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.definition.label}</label>
      {props.children(id)}
    </div>
  );
}

function toLocal(iso: string): string {
  const at = new Date(/^\d+$/u.test(iso) ? Number(iso) : iso);
  if (iso === "" || Number.isNaN(at.valueOf())) return "";
  return new Date(at.valueOf() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function toIso(local: string): string {
  return local === "" ? "" : new Date(local).toISOString();
}
