import { useState } from "react";
import { messageOf, type PropertyDefinition, type RecordType } from "./api.ts";
import { formatValue } from "./format-value.ts";
import { propertyLists } from "./property-lists.ts";
import { PropertyField } from "./PropertyField.tsx";
import type { Properties } from "./protocol.ts";

type Props = {
  readonly type: RecordType;
  readonly values: Properties;
  readonly definitions: readonly PropertyDefinition[];
  readonly onChange: (name: string, value: string) => Promise<void>;
};

/** What people change, as in HubSpot's own record page, and what the app wrote. */
export function PropertyPanel({ type, values, definitions, onChange }: Props) {
  const [said, setSaid] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const { editable, written } = propertyLists[type];
  const find = (name: string) => definitions.filter((definition) => definition.name === name);

  async function save(definition: PropertyDefinition, value: string): Promise<void> {
    const { name, label } = definition;
    try {
      await onChange(name, value);
      setSaid({ name, text: `${label}: saved.` });
    } catch (error) {
      setSaid({ name, text: messageOf(error) });
    }
  }

  return (
    <aside className="properties" aria-label="Properties">
      <p role="status" className="said">
        {said?.text ?? ""}
      </p>
      {editable.map(({ title, names }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {names.flatMap(find).map((definition) => (
            <PropertyField
              key={definition.name}
              definition={definition}
              value={values[definition.name] ?? ""}
              onChange={(value) => void save(definition, value)}
            />
          ))}
        </fieldset>
      ))}
      <h2>Written by Medqual</h2>
      <dl>
        {written.flatMap(find).map((definition) => (
          <div key={definition.name}>
            <dt>{definition.label}</dt>
            <dd data-property={definition.name}>
              {formatValue(values[definition.name] ?? null, definition) || "–"}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
