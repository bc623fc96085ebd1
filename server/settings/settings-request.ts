import { z } from "zod";
import { playbookShape } from "./playbook-shape.ts";

const key = z.string().min(16).max(64);
const revision = z.number().int().min(0);
const version = z.number().int().min(1);
const side = z.enum(["marketing", "sales"]);

const origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("in_force") }),
  z.strictObject({ kind: z.literal("version"), version }),
  z.strictObject({ kind: z.literal("preset"), preset: z.enum(["volume", "quality", "hybrid"]) }),
]);
export type DraftOrigin = z.infer<typeof origin>;

/**
 * Bodies of the requests under `/api/settings`. `key` is the same in every repetition of one press; what
 * names the revision it changes needs none.
 */
export const settingsRequests = {
  begin: z.strictObject({ key, revision, from: origin }),
  save: z.strictObject({ revision, document: playbookShape }),
  whatIf: z.strictObject({ revision }),
  discard: z.strictObject({ revision }),
  approve: z.strictObject({
    key,
    side,
    of: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("draft"), revision }),
      z.strictObject({ kind: z.literal("version"), version }),
    ]),
  }),
  publish: z.strictObject({ key, revision, note: z.string().max(500) }),
  rollBack: z.strictObject({ key, version, note: z.string().max(500) }),
  disconnect: z.strictObject({ key, archives: z.boolean(), confirm: z.string() }),
  mode: z.strictObject({ key, mode: z.enum(["paused", "resumed"]) }),
};
export type Approval = z.infer<typeof settingsRequests.approve>;
