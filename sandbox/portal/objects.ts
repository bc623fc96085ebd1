import { calculate } from "./calculation.ts";
import { calculatedSource, type ChangeSource, type RecordRef } from "./change.ts";
import { definitionOf } from "./definitions.ts";
import { objectTypes, type ObjectTypeId } from "./object-type.ts";
import { requireStageInPipeline, stageOf } from "./pipeline.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { withValue, type CrmRecord } from "./record.ts";
import { checkRequired } from "./required-properties.ts";
import { checkValues, isUnique, type RawValues, type Write } from "./write-values.ts";

/** A record as it would be after a write that was found valid; nothing has happened yet. */
export type Draft = {
  readonly record: CrmRecord;
  readonly previous: CrmRecord | undefined;
  readonly changes: readonly DraftChange[];
  /** Values that HubSpot will keep in another form than they were given in. */
  readonly normalized: readonly NormalizedValue[];
  readonly write: Write;
};

export type NormalizedValue = {
  readonly name: string;
  readonly raw: string;
  readonly value: string;
};

type DraftChange = {
  readonly name: string;
  readonly value: string;
  readonly source: ChangeSource;
};

export function draftCreate(
  portal: Portal,
  type: ObjectTypeId,
  { raw, write }: { readonly raw: RawValues; readonly write: Write },
): Draft {
  requireProperties(type, raw);
  const checked = checkValues(
    portal,
    { type, values: {} },
    { raw: withDefaults(portal, type, raw), write },
  );
  const given = new Map([...checked].filter(([, value]) => value !== ""));
  const after = Object.fromEntries(given);
  requireStageInPipeline(portal, type, after);
  if (write.enforced === true) checkRequired(portal, type, { after, isNew: true });
  const stage = type === "0-3" ? stageOf(portal, type, after) : undefined;
  const calculated = calculate(type, { before: {}, after, stage, at: write.at });
  const record: CrmRecord = {
    id: "",
    type,
    // What the seed of a portal gives outranks what HubSpot would have computed.
    values: Object.fromEntries([...calculated, ...given].filter(([, value]) => value !== "")),
    history: {},
    origin: write.source,
    createdAt: write.at,
    updatedAt: write.at,
  };
  const changes = Object.entries(record.values).map(([name, value]) => ({
    name,
    value,
    source: given.has(name) ? write.source : calculatedSource,
  }));
  const normalized = normalizedOf(write, raw, checked);
  return { record, previous: undefined, changes, normalized, write };
}

export function draftUpdate(
  portal: Portal,
  previous: CrmRecord,
  { raw, write }: { readonly raw: RawValues; readonly write: Write },
): Draft {
  const checked = checkValues(portal, previous, { raw, write });
  const { type, values: before } = previous;
  const all = { ...before, ...Object.fromEntries(checked) };
  const after = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  if (write.authority === "caller") requireStageInPipeline(portal, type, after);
  if (write.enforced === true) checkRequired(portal, type, { after, isNew: false });
  const stage = type === "0-3" ? stageOf(portal, type, after) : undefined;
  const calculated = calculate(type, { before, after, stage, at: write.at });
  const wanted: readonly DraftChange[] = [
    ...[...checked].map(([name, value]) => ({ name, value, source: write.source })),
    ...[...calculated].map(([name, value]) => ({ name, value, source: calculatedSource })),
  ];
  const changes = wanted.filter(({ name, value }) => (previous.values[name] ?? "") !== value);
  let record: CrmRecord = { ...previous, updatedAt: Math.max(write.at, previous.updatedAt) };
  for (const { name, value, source } of changes) {
    record = withValue(record, name, { value, timestamp: write.at, source });
  }
  return { record, previous, changes, normalized: normalizedOf(write, raw, checked), write };
}

/** Only newer versions tell of it. */
function normalizedOf(
  { enforced }: Write,
  raws: RawValues,
  checked: ReadonlyMap<string, string>,
): readonly NormalizedValue[] {
  if (enforced !== true) return [];
  return Object.entries(raws).flatMap(([name, raw]) => {
    const value = checked.get(name);
    // A value that adds to what is there (`;A`) was not put into another form.
    if (value === undefined || value === raw || raw.startsWith(";")) return [];
    return [{ name, raw, value }];
  });
}

/** Makes a draft real and tells whoever listens. */
export function commit(portal: Portal, draft: Draft): CrmRecord {
  const { previous, changes, write } = draft;
  const created = previous === undefined;
  const record = created
    ? { ...draft.record, id: String(portal.nextNumber("record")) }
    : draft.record;
  const ref = { type: record.type, id: record.id };
  portal.shelves[record.type].put(record);
  if (created)
    portal.announce({ kind: "created", record: ref, at: write.at, source: write.source });
  for (const { name, value, source } of changes) {
    const calculated = definitionOf(portal, record.type, name)?.calculated === true;
    portal.announce({
      kind: "propertyChanged",
      record: ref,
      name,
      value,
      calculated,
      atCreation: created,
      at: write.at,
      source,
    });
  }
  return record;
}

/** Moves a record to the recycle bin; one that is there already, or never was, is left alone. */
export function archive(portal: Portal, ref: RecordRef, write: Write): void {
  const record = portal.shelves[ref.type].get(ref.id);
  if (record === undefined || record.archivedAt !== undefined) return;
  portal.shelves[ref.type].put({ ...record, archivedAt: write.at, updatedAt: write.at });
  portal.announce({
    kind: "deleted",
    record: { type: ref.type, id: ref.id },
    at: write.at,
    source: write.source,
  });
}

/** Brings a record back from the recycle bin, which only people in HubSpot can do. */
export function restore(portal: Portal, { type, id }: RecordRef, { at, source }: Write): void {
  const record = portal.shelves[type].get(id);
  if (record?.archivedAt === undefined) return;
  const { archivedAt: _, ...live } = record;
  const holder = type === "0-1" ? holderOf(portal, record.values["email"]) : undefined;
  if (holder !== undefined) {
    throw Problem.conflict(`Contact already exists. Existing ID: ${holder.id}`);
  }
  portal.shelves[type].put({ ...live, updatedAt: at });
  portal.announce({ kind: "restored", record: { type, id }, at, source });
}

/** The live contact that has the address by now. */
function holderOf(portal: Portal, email = ""): CrmRecord | undefined {
  return portal.shelves["0-1"].findByValue("email", email);
}

export type RecordState = "live" | "archived";

/** The record an id, or a value of a unique property, points at; a live one unless asked otherwise. */
export function findRecord(
  portal: Portal,
  type: ObjectTypeId,
  { id, idProperty, state = "live" }: Target,
): CrmRecord | undefined {
  const shelf = portal.shelves[type];
  if (idProperty === undefined || idProperty === "hs_object_id") {
    const record = shelf.get(id);
    return (record?.archivedAt === undefined) === (state === "live") ? record : undefined;
  }
  requireUnique(portal, type, idProperty);
  if (state === "archived") {
    throw Problem.unsupported("The sandbox finds archived records by their ids only.");
  }
  return shelf.findByValue(idProperty, idProperty === "email" ? id.toLowerCase() : id);
}

type Target = {
  readonly id: string;
  readonly idProperty?: string | undefined;
  readonly state?: RecordState;
};

/** Refuses a property that does not tell records apart. */
export function requireUnique(portal: Portal, type: ObjectTypeId, name: string): void {
  if (isUnique(portal, type, name)) return;
  throw Problem.validation(
    `Unable to perform update/upsert by non-unique ${type} property ${name}`,
  );
}

function requireProperties(type: ObjectTypeId, raw: RawValues): void {
  const { requiredProperties, singular } = objectTypes[type];
  const missing = requiredProperties.filter((name) => (raw[name] ?? "") === "");
  if (missing.length > 0) throw Problem.requiredMissing(singular, missing);
}

function withDefaults(portal: Portal, type: ObjectTypeId, raw: RawValues): RawValues {
  if (type === "0-1" || type === "0-2") {
    const stage = portal.switches.defaultLifecycleStage;
    return stage === null ? raw : { lifecyclestage: stage, ...raw };
  }
  if (type === "0-3") return raw["dealstage"] === undefined ? raw : { pipeline: "default", ...raw };
  if (type === "0-136") return { ...firstLeadStage, ...raw };
  return raw;
}

const firstLeadStage = { hs_pipeline: "lead-pipeline-id", hs_pipeline_stage: "new-stage-id" };
