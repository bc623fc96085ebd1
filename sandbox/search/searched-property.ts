import type { PropertyDefinition } from "../portal/property-definition.ts";
import { objectTypes } from "../portal/object-type.ts";
import { recordValue, type CrmRecord } from "../portal/record.ts";

type Key = string | number;

/** A property as search reads it off records. */
export type SearchedProperty = {
  readonly definition: PropertyDefinition;
  /** Definitions of the same kind are searched alike. */
  readonly kind: string;
  readonly value: (record: CrmRecord) => string | undefined;
  /** What the value is ordered and compared by. */
  readonly key: (record: CrmRecord) => Key | undefined;
  /** The same of a value that stands in a filter. */
  readonly keyOf: (value: string) => Key;
};

export function searchedProperty(definition: PropertyDefinition): SearchedProperty {
  const { name } = definition;
  const keyOf = keyFor(definition);
  const value = (record: CrmRecord) => recordValue(record, name);
  const key = (record: CrmRecord) => {
    const own = recordValue(record, name);
    return own === undefined ? undefined : keyOf(own);
  };
  const kind = `${definition.type} ${definition.fieldType}`;
  return { definition, kind, value, key: directKey(definition) ?? key, keyOf };
}

/** A number to order values of a type by, or the value itself. */
function keyFor({ type }: PropertyDefinition): (value: string) => Key {
  if (type === "number") return Number;
  if (type === "date" || type === "datetime") {
    return (value) => (/^-?\d+$/.test(value) ? Number(value) : Date.parse(value));
  }
  if (type === "enumeration") return (value) => value;
  return (value) => value.toLowerCase();
}

/** Dates of the record itself are numbers already: writing and reading them 100,000 times is slow. */
function directKey({ name, type }: PropertyDefinition): SearchedProperty["key"] | undefined {
  if (type !== "datetime") return undefined;
  switch (name) {
    case "createdate":
    case "hs_createdate":
      return (record) => record.createdAt;
    case "lastmodifieddate":
    case "hs_lastmodifieddate":
      return ({ type: of, updatedAt }) =>
        objectTypes[of].modifiedProperty === name ? updatedAt : undefined;
    default:
      return undefined;
  }
}
