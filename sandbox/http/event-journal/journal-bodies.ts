import { z } from "zod";
import {
  journalActions,
  journalOperators,
  lifecycleEventTypes,
} from "../../event-journal/journal-subscription.ts";
import { objectTypeOf } from "../../portal/object-type.ts";

const objectTypeId = z.string().transform((name) => objectTypeOf(name).id);
const actions = z.array(z.enum(journalActions)).min(1);
const ids = z.array(z.number().int()).default([]);
const names = z.array(z.string()).default([]);
const portalId = z.number().int();

export const subscriptionBody = z.discriminatedUnion("subscriptionType", [
  z.strictObject({
    subscriptionType: z.literal("OBJECT"),
    portalId,
    objectTypeId,
    actions,
    properties: names,
    objectIds: ids,
  }),
  z.strictObject({
    subscriptionType: z.literal("ASSOCIATION"),
    portalId,
    objectTypeId,
    actions,
    associatedObjectTypeIds: z.array(objectTypeId),
    objectIds: ids,
  }),
  z.strictObject({
    subscriptionType: z.literal("GDPR_PRIVACY_DELETION"),
    portalId,
    objectTypeId,
    actions,
  }),
  z.strictObject({
    subscriptionType: z.literal("APP_LIFECYCLE_EVENT"),
    eventTypeId: z.enum(Object.values(lifecycleEventTypes)),
    properties: names,
  }),
]);

export const filterBody = z.strictObject({
  subscriptionId: z.number().int(),
  filter: z.strictObject({
    conditions: z
      .array(
        z.strictObject({
          filterType: z.literal("CRM_OBJECT_PROPERTY"),
          property: z.string(),
          operator: z.enum(journalOperators),
          value: z.string().optional(),
          values: z.array(z.string()).optional(),
        }),
      )
      .min(1),
  }),
});

export const offsetsBody = z.strictObject({ inputs: z.array(z.string()).min(1).max(100) });

export const snapshotsBody = z.strictObject({
  snapshotRequests: z
    .array(
      z.strictObject({
        portalId,
        objectId: z.number().int(),
        objectTypeId,
        properties: z.array(z.string()),
      }),
    )
    .min(1),
});
