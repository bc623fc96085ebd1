import { z } from "zod";
import { fieldIds } from "../../src/fields/governed-fields.ts";

const key = z.string().min(16).max(64);
const field = z.enum(fieldIds);

/** Bodies of the requests under `/api/fields`. `key` is the same in every repetition of one press. */
export const fieldRequests = {
  spelling: z.strictObject({
    key,
    field,
    spelling: z.string().min(1).max(1000),
    /** A value of the field; `null`: it means none of them, and is not asked again. */
    means: z.string().min(1).max(100).nullable(),
  }),
};
export type SpellingAnswer = z.infer<typeof fieldRequests.spelling>;
