import { z } from "zod";
import { fieldIds } from "../../src/fields/governed-fields.ts";

const key = z.string().min(16).max(64);
const field = z.enum(fieldIds);

const fixed = {
  objectType: z.enum(["contacts", "companies"]),
  property: z.string().regex(/^[a-z0-9_]{1,100}$/),
};
const plan = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rewrite"), field, ...fixed }),
  z.strictObject({ kind: z.literal("fill"), field, ...fixed }),
  z.strictObject({
    kind: z.literal("replace"),
    ...fixed,
    from: z.string().min(1).max(1000),
    to: z.string().max(1000),
  }),
]);

/** Bodies of the requests under `/api/fields`. `key` is the same in every repetition of one press. */
export const fieldRequests = {
  spelling: z.strictObject({
    key,
    field,
    spelling: z.string().min(1).max(1000),
    /** A value of the field; `null`: it means none of them, and is not asked again. */
    means: z.string().min(1).max(100).nullable(),
  }),
  preview: z.strictObject({ plan }),
  fix: z.strictObject({ key, plan }),
  /** Needs no key: a fix that is so already stays so. */
  steer: z.strictObject({ id: z.uuid(), move: z.enum(["pause", "resume", "undo"]) }),
};
export type SpellingAnswer = z.infer<typeof fieldRequests.spelling>;
