import { z } from "zod";
import type { Switches } from "../../switches.ts";

const ms = z.number().int().min(0);
/** A page's form has one text for a list. */
const names = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[\s,]+/).filter((name) => name !== "")),
]);

const switchChanges = z
  .strictObject({
    searchIndexLagMs: ms,
    lifecycleBackward: z.enum(["ignored", "refused", "accepted"]),
    dealsMoveLifecycleStages: z.boolean(),
    defaultLifecycleStage: z.union([z.null(), z.string().transform((name) => name || null)]),
    calculatedPropertiesFireWebhooks: z.boolean(),
    creationFiresPropertyChanges: z.boolean(),
    toObjectIdType: z.enum(["number", "string"]),
    batchResultOrder: z.enum(["reversed", "input"]),
    mergedIdsInBatches: z.enum(["omitted", "notFound"]),
    mergesFireCreationAndDeletions: z.boolean(),
    firstCompanyBecomesPrimary: z.boolean(),
    eventIdsRepeat: z.boolean(),
    accessTokensOutliveUninstall: z.boolean(),
    scopesTheAccountLacks: names,
    leadsObject: z.boolean(),
    deletionChangeFlag: z.string().min(1),
    accountTier: z.enum(["free", "starter", "professional", "enterprise"]),
    apiAddOns: z.literal([0, 1, 2]),
    secondlyHeaders: z.boolean(),
    searchesPerSecond: z.number().int().min(1),
    associationsAreLimited: z.boolean(),
    journalPublishMs: ms,
    exportMs: ms,
    importMs: ms,
  } satisfies { readonly [Name in keyof Switches]: z.ZodType<Switches[Name]> })
  .partial();

/** The switches to change, out of a request; those that are not named stay. */
export const switchChangesBody = switchChanges.transform((given): Partial<Switches> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
);
