import type { Switches } from "../../../sandbox/switches.ts";

/** Both readings of what HubSpot's documentation leaves open. */
export const variants: Readonly<Record<"cautious" | "other", Partial<Switches>>> = {
  cautious: {},
  other: {
    lifecycleBackward: "refused",
    dealsMoveLifecycleStages: true,
    calculatedPropertiesFireWebhooks: true,
    creationFiresPropertyChanges: false,
    toObjectIdType: "string",
    batchResultOrder: "input",
    mergedIdsInBatches: "notFound",
    mergesFireCreationAndDeletions: false,
    firstCompanyBecomesPrimary: false,
    eventIdsRepeat: true,
    associationsAreLimited: false,
  },
};
