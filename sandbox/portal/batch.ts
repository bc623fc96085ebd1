import { currentId, isMergedAway } from "./aliases.ts";
import { associateWithTypes, targetsOf, type WantedAssociation } from "./associations.ts";
import {
  archive,
  commit,
  draftCreate,
  draftUpdate,
  findRecord,
  requireUnique,
  type Draft,
  type NormalizedValue,
  type RecordState,
} from "./objects.ts";
import { notFound, tracedError, type BatchError } from "./batch-error.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { CrmRecord } from "./record.ts";
import { isUnique, type RawValues, type Write } from "./write-values.ts";

export type BatchResult = {
  readonly record: CrmRecord;
  /** Names of the properties the write touched. */
  readonly written: readonly string[];
  readonly traceId?: string | undefined;
  readonly isNew: boolean;
  /** What the caller is warned of. */
  readonly normalized: readonly NormalizedValue[];
};

export type BatchOutcome<Result> = {
  readonly results: readonly Result[];
  readonly errors: readonly BatchError[];
};

export type CreateInput = {
  readonly properties: RawValues;
  readonly associations: readonly WantedAssociation[];
  readonly traceId?: string | undefined;
};

export type IdentifiedInput = {
  readonly id: string;
  readonly idProperty?: string | undefined;
  readonly traceId?: string | undefined;
};
export type UpdateInput = IdentifiedInput & { readonly properties: RawValues };

/** Records by id, live or in the recycle bin; one error names all ids that lead nowhere. */
export function batchRead(
  portal: Portal,
  type: ObjectTypeId,
  { inputs, state }: { readonly inputs: readonly IdentifiedInput[]; readonly state: RecordState },
): BatchOutcome<CrmRecord> {
  refuseDuplicates(inputs);
  const found = inputs.map((input) => ({
    input,
    record: findRecord(portal, type, { ...input, state }),
  }));
  const missing = found
    .filter(({ input, record }) => record === undefined && !isOmitted(portal, type, input))
    .map(({ input }) => input);
  return {
    results: unordered(
      portal,
      found.flatMap(({ record }) => record ?? []),
    ),
    errors: notFound(type, missing),
  };
}

export function batchCreate(
  portal: Portal,
  type: ObjectTypeId,
  { inputs, write }: { readonly inputs: readonly CreateInput[]; readonly write: Write },
): BatchOutcome<BatchResult> {
  const { done, errors } = draftEach(portal, inputs, ({ properties, associations }) => {
    targetsOf(portal, type, associations);
    return draftCreate(portal, type, { raw: properties, write });
  });
  const results = done.map(({ input, draft }) => {
    const { id } = commit(portal, draft);
    associateNew(portal, { type, id }, { wanted: input.associations, write });
    return resultOf(portal, { draft, id, traceId: input.traceId });
  });
  return { results: unordered(portal, results), errors };
}

export function batchUpdate(
  portal: Portal,
  type: ObjectTypeId,
  { inputs, write }: { readonly inputs: readonly UpdateInput[]; readonly write: Write },
): BatchOutcome<BatchResult> {
  refuseDuplicates(inputs);
  const present = inputs.filter((input) => findRecord(portal, type, input) !== undefined);
  const missing = inputs.filter(
    (input) => !present.includes(input) && !isOmitted(portal, type, input),
  );
  const { done, errors } = draftEach(portal, present, (input) =>
    draftUpdate(portal, requireRecord(portal, type, input), { raw: input.properties, write }),
  );
  return {
    results: unordered(
      portal,
      done.map(({ input, draft }) => commitOne(portal, input, draft)),
    ),
    errors: [...notFound(type, missing), ...errors],
  };
}

/** Updates the records a unique property finds and creates those it does not find. */
export function batchUpsert(
  portal: Portal,
  type: ObjectTypeId,
  { inputs, write }: { readonly inputs: readonly UpdateInput[]; readonly write: Write },
): BatchOutcome<BatchResult> {
  refuseDuplicates(inputs);
  const { done, errors } = draftEach(portal, inputs, ({ id, idProperty, properties }) => {
    requireUnique(portal, type, idProperty ?? "hs_object_id");
    const found = findRecord(portal, type, { id, idProperty });
    if (found !== undefined) return draftUpdate(portal, found, { raw: properties, write });
    const raw = { [idProperty ?? "hs_object_id"]: id, ...properties };
    return draftCreate(portal, type, { raw, write });
  });
  return {
    results: unordered(
      portal,
      done.map(({ input, draft }) => commitOne(portal, input, draft)),
    ),
    errors,
  };
}

export function batchArchive(
  portal: Portal,
  type: ObjectTypeId,
  { inputs, write }: { readonly inputs: readonly IdentifiedInput[]; readonly write: Write },
): void {
  refuseDuplicates(inputs);
  for (const { id } of inputs) archive(portal, { type, id }, write);
}

/** Batches do not follow ids to the record they were merged into. */
function isOmitted(portal: Portal, type: ObjectTypeId, { id }: IdentifiedInput): boolean {
  return portal.switches.mergedIdsInBatches === "omitted" && isMergedAway(portal, type, id);
}

/** The live record an id leads to, through merges too; a problem when there is none. */
export function requireRecord(
  portal: Portal,
  type: ObjectTypeId,
  input: IdentifiedInput,
): CrmRecord {
  const id = input.idProperty === undefined ? currentId(portal, type, input.id) : input.id;
  const record = findRecord(portal, type, { ...input, id });
  if (record === undefined) throw Problem.recordNotFound(input.id);
  return record;
}

type Drafted<Input> = { readonly input: Input; readonly draft: Draft };

/**
 * Checks all inputs before anything is written. When every one has a trace id of its own, the bad
 * ones are told apart; otherwise the first bad one refuses them all.
 */
function draftEach<Input extends { readonly traceId?: string | undefined }>(
  portal: Portal,
  inputs: readonly Input[],
  draftOne: (input: Input) => Draft,
): { readonly done: readonly Drafted<Input>[]; readonly errors: readonly BatchError[] } {
  const traces = new Set(inputs.flatMap(({ traceId }) => traceId ?? []));
  const partial = traces.size === inputs.length;
  const claimed = new Set<string>();
  const done: Drafted<Input>[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    try {
      const draft = draftOne(input);
      claimUniqueValues(portal, draft, claimed);
      done.push({ input, draft });
    } catch (problem) {
      if (!(problem instanceof Problem) || !partial) throw problem;
      errors.push(tracedError(problem, input.traceId ?? ""));
    }
  }
  return { done, errors };
}

/** Two inputs of one batch can collide although neither collides with what is stored. */
function claimUniqueValues(portal: Portal, draft: Draft, claimed: Set<string>): void {
  const claims = draft.changes
    .filter(({ name, value }) => value !== "" && isUnique(portal, draft.record.type, name))
    .map(({ name, value }) => `${name}=${value}`);
  const taken = claims.find((claim) => claimed.has(claim));
  if (taken !== undefined) throw Problem.conflict(`${taken} is in two inputs of the batch`);
  for (const claim of claims) claimed.add(claim);
}

function commitOne(portal: Portal, input: IdentifiedInput, draft: Draft): BatchResult {
  const { id } = commit(portal, draft);
  return resultOf(portal, { draft, id, traceId: input.traceId });
}

function resultOf(
  portal: Portal,
  { draft, id, traceId }: { draft: Draft; id: string; traceId?: string | undefined },
): BatchResult {
  const record = portal.shelves[draft.record.type].get(id) ?? draft.record;
  const written = draft.changes.map(({ name }) => name);
  const { normalized, previous } = draft;
  return { record, written, traceId, isNew: previous === undefined, normalized };
}

function associateNew(
  portal: Portal,
  from: { readonly type: ObjectTypeId; readonly id: string },
  { wanted, write }: { readonly wanted: readonly WantedAssociation[]; readonly write: Write },
): void {
  for (const { to, typeIds } of targetsOf(portal, from.type, wanted)) {
    associateWithTypes(portal, { from, to }, { typeIds, mode: "add", write });
  }
}

function refuseDuplicates(inputs: readonly IdentifiedInput[]): void {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const { id } of inputs) {
    if (seen.has(id)) duplicates.add(id);
    seen.add(id);
  }
  if (duplicates.size > 0) throw Problem.duplicateIds([...duplicates]);
}

/** Results of a batch come in no particular order; never in that of the inputs unless asked for. */
function unordered<T>(portal: Portal, results: readonly T[]): readonly T[] {
  return portal.switches.batchResultOrder === "input" ? results : [...results].reverse();
}
