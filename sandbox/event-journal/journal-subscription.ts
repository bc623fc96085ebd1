import type { ObjectTypeId } from "../portal/object-type.ts";

export const journalActions = [
  "CREATE",
  "UPDATE",
  "DELETE",
  "MERGE",
  "RESTORE",
  "ASSOCIATION_ADDED",
  "ASSOCIATION_REMOVED",
  "SNAPSHOT",
  "APP_INSTALL",
  "APP_UNINSTALL",
  "GDPR_DELETE",
] as const;
export type JournalAction = (typeof journalActions)[number];

/** HubSpot's ids of the two events in an app's life. */
export const lifecycleEventTypes = {
  APP_INSTALL: "4-1909196",
  APP_UNINSTALL: "4-1916193",
} as const;

/** What an app wants to find in its journal; there is one of a kind for each portal and object type. */
export type JournalSubscription = {
  readonly id: number;
  readonly createdAt: number;
  readonly updatedAt: number;
} & NewJournalSubscription;

export type NewJournalSubscription =
  | {
      readonly subscriptionType: "OBJECT";
      readonly portalId: number;
      readonly objectTypeId: ObjectTypeId;
      readonly actions: readonly JournalAction[];
      /** Those whose changes are wanted; all when there are none. */
      readonly properties: readonly string[];
      /** Those records only; all when there are none. */
      readonly objectIds: readonly number[];
    }
  | {
      readonly subscriptionType: "ASSOCIATION";
      readonly portalId: number;
      readonly objectTypeId: ObjectTypeId;
      readonly actions: readonly JournalAction[];
      readonly associatedObjectTypeIds: readonly ObjectTypeId[];
      readonly objectIds: readonly number[];
    }
  | {
      readonly subscriptionType: "GDPR_PRIVACY_DELETION";
      readonly portalId: number;
      readonly objectTypeId: ObjectTypeId;
      readonly actions: readonly JournalAction[];
    }
  | {
      readonly subscriptionType: "APP_LIFECYCLE_EVENT";
      readonly eventTypeId: string;
      readonly properties: readonly string[];
    };

/** A condition on the record a journal event is about. */
export type JournalCondition = {
  readonly filterType: "CRM_OBJECT_PROPERTY";
  readonly property: string;
  readonly operator: JournalOperator;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
};

export const journalOperators = [
  "EQ",
  "N_EQ",
  "LT",
  "GT",
  "LTE",
  "GTE",
  "CONTAINS",
  "STARTS_WITH",
  "ENDS_WITH",
  "IN",
  "NOT_IN",
  "IS_EMPTY",
  "IS_NOT_EMPTY",
] as const;
export type JournalOperator = (typeof journalOperators)[number];

export type JournalFilter = {
  readonly id: number;
  readonly subscriptionId: number;
  readonly createdAt: number;
  readonly conditions: readonly JournalCondition[];
};

/** What makes two subscriptions the same: the later one replaces the earlier. */
export function subscriptionKey(subscription: NewJournalSubscription): string {
  const { subscriptionType: type } = subscription;
  return type === "APP_LIFECYCLE_EVENT"
    ? `${type}/${subscription.eventTypeId}`
    : `${type}/${subscription.portalId}/${subscription.objectTypeId}`;
}
