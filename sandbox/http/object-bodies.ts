import { z } from "zod";
import type { CreateInput, IdentifiedInput, UpdateInput } from "../portal/batch.ts";
import { Problem } from "../portal/problem.ts";

// HubSpot turns numbers and booleans into text; what it does with null is not known, so null is refused.
const value = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);
const properties = z.record(z.string(), value);
const id = z.union([z.string(), z.number().transform(String)]);

const association = z.strictObject({
  to: z.strictObject({ id }),
  types: z
    .array(z.strictObject({ associationCategory: z.string(), associationTypeId: z.number().int() }))
    .min(1),
});

const createShape = {
  properties,
  associations: z.array(association).default([]),
  objectWriteTraceId: z.string().optional(),
};

export const createBody = z.strictObject(createShape).transform(toCreateInput);
export const updateBody = z.strictObject({
  properties,
  objectWriteTraceId: z.string().optional(),
});

export const batchCreateBody = batchOf(z.strictObject(createShape).transform(toCreateInput));

const updateInput = z
  .strictObject({
    id,
    idProperty: z.string().optional(),
    properties,
    objectWriteTraceId: z.string().optional(),
  })
  .transform(({ objectWriteTraceId, ...input }): UpdateInput => ({
    ...input,
    traceId: objectWriteTraceId,
  }));
export const batchUpdateBody = batchOf(updateInput);

export const batchArchiveBody = batchOf(z.strictObject({ id }));

export const batchReadBody = z
  .strictObject({
    properties: z.array(z.string()).default([]),
    propertiesWithHistory: z.array(z.string()).default([]),
    idProperty: z.string().optional(),
    inputs: z.array(z.strictObject({ id })),
  })
  .transform(({ inputs, idProperty, ...rest }) => ({
    ...rest,
    inputs: inputs.map((input): IdentifiedInput => ({ ...input, idProperty })),
  }));

const mostInputs = 100;

/** Refuses a batch with more inputs than HubSpot takes. */
export function checkSize(inputs: readonly unknown[], most = mostInputs): void {
  if (inputs.length <= most) return;
  const kind = most === mostInputs ? "" : " for property histories";
  throw Problem.validation(
    `The maximum number of inputs supported in a batch request${kind} is ${most}`,
  );
}

function batchOf<T extends z.ZodType>(input: T) {
  return z.strictObject({ inputs: z.array(input) });
}

function toCreateInput(input: {
  readonly properties: Readonly<Record<string, string>>;
  readonly associations: readonly z.infer<typeof association>[];
  readonly objectWriteTraceId?: string | undefined;
}): CreateInput {
  return {
    properties: input.properties,
    associations: input.associations.map(({ to, types }) => ({
      toId: to.id,
      typeIds: types.map(({ associationTypeId }) => associationTypeId),
    })),
    traceId: input.objectWriteTraceId,
  };
}
