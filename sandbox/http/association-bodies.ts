import { z } from "zod";

const id = z.union([z.string(), z.number().transform(String)]);
const ref = z.strictObject({ id });

export const typesBody = z
  .array(z.strictObject({ associationCategory: z.string(), associationTypeId: z.number().int() }))
  .min(1);

export const readBody = z.strictObject({
  inputs: z.array(z.strictObject({ id, after: z.string().optional() })),
});

export const pairsBody = z.strictObject({
  inputs: z.array(z.strictObject({ from: ref, to: ref })),
});

export const typedPairsBody = z.strictObject({
  inputs: z.array(z.strictObject({ from: ref, to: ref, types: typesBody })),
});

export const namedPairsBody = z.strictObject({
  inputs: z.array(z.strictObject({ from: ref, to: ref, type: z.string() })),
});

export const archiveBody = z.strictObject({
  inputs: z.array(z.strictObject({ from: ref, to: z.array(ref) })),
});

export const labelBody = z.strictObject({
  label: z.string().min(1),
  name: z.string().min(1),
  inverseLabel: z.string().min(1).optional(),
});

export const labelPatch = z.strictObject({
  associationTypeId: z.number().int(),
  label: z.string().min(1),
  inverseLabel: z.string().min(1).optional(),
});

const definition = { typeId: z.number().int(), category: z.string().optional() };

export const limitsBody = z.strictObject({
  inputs: z.array(z.strictObject({ ...definition, maxToObjectIds: z.number().int().min(1) })),
});

export const typeIdsBody = z.strictObject({ inputs: z.array(z.strictObject(definition)) });
