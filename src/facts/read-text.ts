import { known, type Fact } from "./fact.ts";
import type { RecordSnapshot } from "./snapshot.ts";

/** A value that is there, and the property it came from, as `contact.jobtitle`. */
export type Found = { readonly property: string; readonly text: string };

export type Records = {
  readonly contact: RecordSnapshot | null;
  readonly company: RecordSnapshot | null;
};

/** The text of `contact.<property>` or `company.<property>`; `null` where there is none. */
export function find(records: Records, source: string): Found | null {
  const [type, property = ""] = source.split(".");
  const record = type === "company" ? records.company : records.contact;
  const text = record === null ? null : textIn(record, property);
  return text === null ? null : { property: source, text };
}

/** Values at these sources that are there, in this order. */
export function findAll(records: Records, sources: readonly string[]): readonly Found[] {
  return sources.map((source) => find(records, source)).filter((found) => found !== null);
}

/** A property's trimmed text; `null` where it is empty. */
export function textIn(record: RecordSnapshot, property: string): string | null {
  return record.properties[property]?.trim() || null;
}

/** The values of a property that holds several, as HubSpot keeps them. */
export function valuesIn(record: RecordSnapshot, property: string): readonly string[] {
  const text = textIn(record, property) ?? "";
  return text
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export function stated<T>(value: T, { property, text }: Found): Fact<T> {
  return known(value, { property, text, certainty: "stated" });
}
