import { associationType } from "../portal/association-type.ts";
import type { Change, RecordRef } from "../portal/change.ts";
import { objectTypes } from "../portal/object-type.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import type { AppRegistration, Subscription } from "../project/app-registration.ts";

/** One element of a delivery's JSON array, without `attemptNumber`. */
export type WebhookEvent = Readonly<Record<string, string | number | boolean | readonly number[]>>;

type Context = {
  readonly portal: Portal;
  readonly app: AppRegistration;
  readonly nextEventId: () => number;
};

/** The events a change means for an app: one for each subscription it concerns. */
export function eventsOf(
  change: Change,
  { portal, app, nextEventId }: Context,
): readonly WebhookEvent[] {
  const { switches } = portal;
  if (change.kind === "propertyChanged") {
    if (change.calculated && !switches.calculatedPropertiesFireWebhooks) return [];
    if (change.atCreation && !switches.creationFiresPropertyChanges) return [];
  }
  const subscriptions = app.webhooks?.subscriptions ?? [];
  return subscriptions
    .filter((subscription) => concerns(subscription, change))
    .map((subscription) => ({
      eventId: nextEventId(),
      subscriptionId: subscription.id,
      portalId: profileOf(portal).portalId,
      appId: app.appId,
      occurredAt: change.at,
      subscriptionType: typeName(subscription),
      ...(change.kind === "associationChanged"
        ? associationFields(portal, change, subscription)
        : recordFields(portal, change, subscription)),
      changeSource: change.source.type,
      sourceId: change.source.id,
    }));
}

function concerns({ objectType, event }: Subscription, change: Change): boolean {
  const start = change.kind === "associationChanged" ? change.from : change.record;
  if (start.type !== objectType) return false;
  switch (change.kind) {
    case "created":
      return event.kind === "creation";
    case "deleted":
      return event.kind === "deletion";
    case "restored":
      return event.kind === "restore";
    case "privacyDeleted":
      return event.kind === "privacyDeletion";
    case "merged":
      return event.kind === "merge";
    case "associationChanged":
      return event.kind === "associationChange";
    case "propertyChanged":
      return event.kind === "propertyChange" && event.propertyName === change.name;
  }
}

function typeName({ format, objectType, event }: Subscription): string {
  return `${format === "object" ? "object" : objectTypes[objectType].singular}.${event.kind}`;
}

function recordFields(
  { switches }: Portal,
  change: Exclude<Change, { kind: "associationChanged" }>,
  { format }: Subscription,
): WebhookEvent {
  const { type, id } = change.record;
  return {
    objectId: Number(id),
    ...(format === "object" ? { objectTypeId: type } : {}),
    ...(change.kind === "created" ? { changeFlag: "CREATED" } : {}),
    ...(change.kind === "deleted" ? { changeFlag: switches.deletionChangeFlag } : {}),
    ...(change.kind === "propertyChanged"
      ? { propertyName: change.name, propertyValue: change.value }
      : {}),
    ...(change.kind === "merged"
      ? {
          primaryObjectId: Number(change.primaryId),
          mergedObjectIds: change.mergedIds.map(Number),
          newObjectId: Number(id),
          numberOfPropertiesMoved: change.propertiesMoved,
        }
      : {}),
  };
}

function associationFields(
  portal: Portal,
  { from, to, typeId, removed }: Extract<Change, { kind: "associationChanged" }>,
  { format }: Subscription,
): WebhookEvent {
  const type = associationType(portal, typeId);
  return {
    associationType: `${nameOf(from)}_TO_${nameOf(to)}`,
    fromObjectId: Number(from.id),
    toObjectId: Number(to.id),
    associationRemoved: removed,
    isPrimaryAssociation: type.kind === "primary",
    ...(format === "object"
      ? {
          fromObjectTypeId: from.type,
          toObjectTypeId: to.type,
          associationTypeId: typeId,
          associationCategory: type.category,
        }
      : {}),
  };
}

function nameOf({ type }: RecordRef): string {
  return objectTypes[type].singular.toUpperCase();
}
