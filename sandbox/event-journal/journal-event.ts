import type { Change } from "../portal/change.ts";
import type { JournalAction, JournalSubscription } from "./journal-subscription.ts";

/** One event of a journal file. */
export type JournalEvent = {
  readonly type: JournalSubscription["subscriptionType"];
  readonly portalId: number;
  readonly action: JournalAction;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly objectTypeId?: string;
  readonly objectId?: number;
  readonly propertyChanges?: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
};

/** The event a change is for a subscription, if it is about it. */
export function journalEventOf(
  change: Change,
  subscription: JournalSubscription,
  portalId: number,
): JournalEvent | undefined {
  const { subscriptionType: type } = subscription;
  if (type === "APP_LIFECYCLE_EVENT" || subscription.portalId !== portalId) return undefined;
  const record = change.kind === "associationChanged" ? change.from : change.record;
  const action = actionOf(change);
  if (record.type !== subscription.objectTypeId || !subscription.actions.includes(action)) {
    return undefined;
  }
  if (type !== "GDPR_PRIVACY_DELETION" && !isOneOf(record.id, subscription.objectIds)) {
    return undefined;
  }
  const details = detailsOf(change, subscription);
  if (details === undefined) return undefined;
  return {
    type,
    portalId,
    action,
    occurredAt: new Date(change.at).toISOString(),
    objectTypeId: record.type,
    objectId: Number(record.id),
    ...details,
  };
}

/** What is peculiar to the change; undefined when this kind of subscription does not tell of it. */
function detailsOf(
  change: Change,
  subscription: Exclude<JournalSubscription, { subscriptionType: "APP_LIFECYCLE_EVENT" }>,
): Readonly<Record<string, unknown>> | undefined {
  const { subscriptionType: type } = subscription;
  if (type === "ASSOCIATION") {
    if (change.kind !== "associationChanged") return undefined;
    const { to, typeId } = change;
    if (!subscription.associatedObjectTypeIds.includes(to.type)) return undefined;
    return {
      associatedObjectTypeId: to.type,
      associatedObjectId: Number(to.id),
      associationTypeId: typeId,
    };
  }
  if (type === "GDPR_PRIVACY_DELETION") return change.kind === "privacyDeleted" ? {} : undefined;
  switch (change.kind) {
    case "created":
    case "deleted":
    case "restored":
      return {};
    case "merged":
      return {
        primaryObjectId: Number(change.primaryId),
        mergedObjectIds: change.mergedIds.map(Number),
      };
    case "propertyChanged": {
      const { name, value } = change;
      const { properties } = subscription;
      if (properties.length > 0 && !properties.includes(name)) return undefined;
      return { propertyChanges: { [name]: value } };
    }
    case "associationChanged":
    case "privacyDeleted":
      return undefined;
  }
}

/** Values given at creation belong to the creation. */
function actionOf(change: Change): JournalAction {
  switch (change.kind) {
    case "created":
      return "CREATE";
    case "deleted":
      return "DELETE";
    case "restored":
      return "RESTORE";
    case "merged":
      return "MERGE";
    case "privacyDeleted":
      return "GDPR_DELETE";
    case "propertyChanged":
      return change.atCreation ? "CREATE" : "UPDATE";
    case "associationChanged":
      return change.removed ? "ASSOCIATION_REMOVED" : "ASSOCIATION_ADDED";
  }
}

function isOneOf(id: string, wanted: readonly number[]): boolean {
  return wanted.length === 0 || wanted.includes(Number(id));
}

/** One event for all that one write changed, or undefined when the two are not of one write. */
export function joined(
  last: JournalEvent | undefined,
  next: JournalEvent,
): JournalEvent | undefined {
  if (last === undefined || next.propertyChanges === undefined) return undefined;
  const isSame = (["type", "action", "objectTypeId", "objectId", "occurredAt"] as const).every(
    (field) => last[field] === next[field],
  );
  if (!isSame) return undefined;
  return { ...last, propertyChanges: { ...last.propertyChanges, ...next.propertyChanges } };
}
