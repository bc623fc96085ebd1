import { z } from "zod";
import { returnReasons } from "../../src/decision.ts";
import { overrideReasons, overrideStatuses } from "../../src/facts/contact-facts.ts";

/** Items of the checklist that are said, not dated; each has a property of its name. */
const saidItems = [
  "need",
  "timeline",
  "authority",
  "budget_path",
  "current_tools",
  "integration",
  "compliance",
] as const;

/** Properties of ours that a card fills in with an agreed value. */
const filled = [
  "medqual_organization_type",
  "medqual_specialty",
  "medqual_service_interest",
  "medqual_committee_role",
  "medqual_return_reason",
] as const;

/** What a person can do on a card. A next step without a date is taken back. */
const action = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept") }),
  z.strictObject({ kind: z.literal("return"), reason: z.enum(returnReasons) }),
  z.strictObject({ kind: z.literal("snooze"), until: z.iso.date() }),
  z.strictObject({
    kind: z.literal("override"),
    status: z.enum(overrideStatuses),
    reason: z.enum(overrideReasons),
    until: z.iso.date(),
  }),
  z.strictObject({ kind: z.literal("end_override") }),
  z.strictObject({
    kind: z.literal("answer"),
    item: z.enum(saidItems),
    state: z.enum(["confirmed", "unknown", "negative"]),
  }),
  z.strictObject({ kind: z.literal("next_step"), date: z.iso.date().nullable() }),
  z.strictObject({
    kind: z.literal("fill"),
    property: z.enum(filled),
    values: z.array(z.string().max(100)).min(1).max(30),
  }),
]);

/** Body of `POST /api/card/actions`. */
export const cardRequest = z.strictObject({
  /** The same in every repetition of one press. */
  key: z.string().min(16).max(64),
  objectTypeId: z.literal("0-1"),
  objectId: z.string().regex(/^\d{1,20}$/),
  action,
});

export type CardRequest = z.infer<typeof cardRequest>;
export type CardAction = CardRequest["action"];

/** The properties of the contact that say so: the same that people set by hand. */
export function propertiesOf(done: CardAction): Readonly<Record<string, string>> {
  switch (done.kind) {
    case "accept":
      return { medqual_handoff: "accepted" };
    case "return":
      return { medqual_handoff: "returned", medqual_return_reason: done.reason };
    case "snooze":
      return { medqual_snooze_until: done.until };
    case "override":
      return override(done.status, done.reason, done.until);
    case "end_override":
      return override("", "", "");
    case "answer":
      return { [`medqual_${done.item}`]: done.state };
    case "next_step":
      return { medqual_next_step_date: done.date ?? "" };
    case "fill":
      return { [done.property]: done.values.join(";") };
  }
}

function override(status: string, reason: string, until: string) {
  return {
    medqual_override: status,
    medqual_override_reason: reason,
    medqual_override_until: until,
  };
}
