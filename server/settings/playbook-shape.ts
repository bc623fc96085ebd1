import { z } from "zod";
import type { Clause, Condition, Criterion } from "../../src/criteria/criterion.ts";
import { checklistItems } from "../../src/facts/contact-facts.ts";
import { signalKinds } from "../../src/facts/signal.ts";
import {
  organizationTypes,
  type RoleId,
  roles,
  serviceInterests,
  vocabularyIds,
} from "../../src/facts/vocabulary.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";

const text = z.string().max(500);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(2_000);
const name = z.templateLiteral([z.enum(["contact", "company"]), ".", z.string()]);
const factIds = [
  "organizationType",
  "specialty",
  "serviceInterest",
  "role",
  "size",
  "providers",
  "beds",
  "sites",
  "careSetting",
  "country",
  "region",
  "ehr",
  "email",
] as const;
const fact = z.enum(factIds);
const route = z.enum(["sales", "nurture", "syndication"]);
const solution = z.enum(["software", "device", "service"]);
const stage = z.enum(["awareness", "consideration", "decision"]);
const item = z.enum(checklistItems);
const ownValue = z.templateLiteral(["own_", z.string()]);
const organizationType = z.union([
  z.enum(Object.keys(organizationTypes) as (keyof typeof organizationTypes)[]),
  ownValue,
]);
const role = z.enum(Object.keys(roles) as RoleId[]);
const interest = z.union([
  z.enum(Object.keys(serviceInterests) as (keyof typeof serviceInterests)[]),
  ownValue,
]);
const scalar = z.union([z.number(), text]);

const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ operator: z.enum(["EQ", "NEQ"]), value: scalar }),
  z.strictObject({ operator: z.enum(["IN", "NOT_IN"]), values: list(scalar) }),
  z.strictObject({ operator: z.enum(["GT", "GTE", "LT", "LTE"]), value: scalar }),
  z.strictObject({ operator: z.literal("BETWEEN"), low: scalar, high: scalar }),
  z.strictObject({
    operator: z.enum(["CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN"]),
    value: text,
  }),
  z.strictObject({ operator: z.enum(["HAS_PROPERTY", "NOT_HAS_PROPERTY"]) }),
]);
const test = { fact: z.union([fact, name]), condition };
const clause: z.ZodType<Clause> = z.lazy(() =>
  z.union([
    z.strictObject(test),
    z.strictObject({ all: list(clause) }),
    z.strictObject({ any: list(clause) }),
  ]),
);
const named = { id: text, label: text, points: z.number() };
const criterion: z.ZodType<Criterion> = z.union([
  z.strictObject({ ...named, ...test }),
  z.strictObject({ ...named, all: list(clause) }),
  z.strictObject({ ...named, any: list(clause) }),
]);

const duration = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hours"), hours: z.number() }),
  z.strictObject({ kind: z.literal("days"), days: z.number() }),
]);
const clock = z.strictObject({ firstTouch: duration, decision: duration });
const worth = { points: z.number(), halfLifeDays: z.number() };
const signalRule = z.strictObject({
  ...worth,
  cap: z.number(),
  byStage: z.partialRecord(stage, z.strictObject(worth)).exactOptional(),
});
const offer = z.strictObject({
  id: text,
  label: text,
  stage,
  signal: z.enum(signalKinds),
  forms: list(text),
  match: list(list(text)),
  solution: solution.nullable(),
  own: z.boolean(),
  route,
  clock,
  worth: z.strictObject(worth).nullable(),
  extras: list(item),
  topic: interest.nullable(),
});
const requirement = z.strictObject({
  id: text,
  label: text,
  roles: list(role),
  people: z.number(),
  weight: z.number(),
});
const queue = z.strictObject({
  label: text,
  side: z.enum(["sales", "marketing"]),
  fallbackOwnerId: text.nullable(),
});
const users = list(z.string().regex(/^\d{1,20}$/u, "A HubSpot user id is a number."));
const status = text.nullable();

/**
 * A playbook as a client may send it. Only its shape is refused here: what a playbook should not say
 * is kept in a draft, and told as problems.
 */
export const playbookShape: z.ZodType<Playbook> = z.strictObject({
  version: z.number().int(),
  name: text,
  preset: z.enum(["volume", "quality", "hybrid"]),
  solution,
  factSources: z.record(fact, list(text)),
  properties: list(
    z.strictObject({
      id: name,
      label: text,
      kind: z.enum(["text", "number", "date", "choice", "choices"]),
    }),
  ),
  vocabulary: z.partialRecord(z.enum(vocabularyIds), z.record(ownValue, text)),
  synonyms: z.partialRecord(fact, z.record(text, text)),
  fit: z.strictObject({ minimum: z.number(), criteria: list(criterion) }),
  intent: z.strictObject({
    minimum: z.number(),
    signals: z.record(z.enum(signalKinds), signalRule),
    criteria: list(criterion),
  }),
  offers: list(offer),
  sources: list(
    z.strictObject({
      id: text,
      label: text,
      class: z.enum(["own", "partner", "syndication", "outbound", "import"]),
      property: text,
      words: list(text),
    }),
  ),
  competitorDomains: list(text),
  people: z.strictObject({
    approvers: z.strictObject({ marketing: users, sales: users }),
    members: z.partialRecord(route, users),
    admins: users,
  }),
  readiness: z.strictObject({ required: list(item) }),
  committee: z.strictObject({
    requiredAtSql: z.boolean(),
    templates: list(
      z.strictObject({
        id: text,
        organizationTypes: list(organizationType),
        solutions: list(solution),
        includesParent: z.boolean(),
        atSql: list(requirement),
        later: list(requirement),
      }),
    ),
    dealStages: z.record(text, z.enum(["nobody", "sql", "everybody"])),
    silentAfterDays: z.number(),
  }),
  handoff: z.strictObject({
    calendar: z.strictObject({
      zone: z.strictObject({
        name: text,
        offsets: list(z.strictObject({ from: z.number(), minutes: z.number() })),
      }),
      workdays: list(z.number().int().min(0).max(6)),
      startMinute: z.number(),
      endMinute: z.number(),
      holidays: list(text),
    }),
    coolDownDays: z.number(),
    clock,
    route,
    syndicationClock: clock,
    queues: z.strictObject({ sales: queue, nurture: queue, syndication: queue }),
    second: z.strictObject({ queue, clock, after: list(item) }).nullable(),
  }),
  projection: z.strictObject({
    lifecycle: z.strictObject({ mql: status, sql: status }),
    leadStatus: z.strictObject({
      offered: status,
      accepted: status,
      disqualified: status,
      recycled: status,
    }),
  }),
});
