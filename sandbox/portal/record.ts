import type { ChangeSource } from "./change.ts";
import { objectTypes, type ObjectTypeId } from "./object-type.ts";

/** One value a property had. */
export type PropertyVersion = {
  readonly value: string;
  readonly timestamp: number;
  readonly source: ChangeSource;
};

export type CrmRecord = {
  readonly id: string;
  readonly type: ObjectTypeId;
  /** Properties that have a value. */
  readonly values: Readonly<Record<string, string>>;
  /**
   * Newest first, only for properties that changed after creation: a value given at creation needs
   * no entry, `origin` and `createdAt` tell the same. That keeps a large portal small.
   */
  readonly history: Readonly<Record<string, readonly PropertyVersion[]>>;
  readonly origin: ChangeSource;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt?: number;
};

const keptVersions = 20;

/** A property's value as a read shows it, with those that follow from the record itself. */
export function recordValue(record: CrmRecord, name: string): string | undefined {
  switch (name) {
    case "hs_object_id":
      return record.id;
    case "createdate":
    case "hs_createdate":
      return new Date(record.createdAt).toISOString();
    case "lastmodifieddate":
    case "hs_lastmodifieddate":
      return objectTypes[record.type].modifiedProperty === name
        ? new Date(record.updatedAt).toISOString()
        : undefined;
    case "hs_object_source":
      return record.origin.type;
    case "hs_object_source_id":
      return record.origin.id;
    case "hs_object_source_label":
      return record.origin.type;
    default:
      return record.values[name] ?? impliedValue(record, name);
  }
}

/** Values every contact has without anybody setting them; not kept 100,000 times over. */
function impliedValue(record: CrmRecord, name: string): string | undefined {
  if (record.type !== "0-1") return undefined;
  if (name === "hs_all_contact_vids") return record.id;
  if (name === "hs_is_contact") return "true";
  if (name === "hs_is_unworked") return String(record.values["notes_last_contacted"] === undefined);
  if (name === "hs_pipeline") return "contacts-lifecycle-pipeline";
  return undefined;
}

/** Every value a property is known to have had, newest first. */
export function valueHistory(record: CrmRecord, name: string): readonly PropertyVersion[] {
  const versions = record.history[name];
  if (versions !== undefined) return versions;
  const value = recordValue(record, name);
  if (value === undefined) return [];
  return [{ value, timestamp: record.createdAt, source: record.origin }];
}

/** The record with one property set (or cleared by `""`), its history kept up. */
export function withValue(record: CrmRecord, name: string, version: PropertyVersion): CrmRecord {
  const { [name]: _, ...others } = record.values;
  const values = version.value === "" ? others : { ...record.values, [name]: version.value };
  const versions = [version, ...valueHistory(record, name)].slice(0, keptVersions);
  return { ...record, values, history: { ...record.history, [name]: versions } };
}
