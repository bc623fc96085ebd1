import type { ObjectType } from "../hubspot/crm.ts";
import type { WebhookEvent } from "./parse-events.ts";

export type TouchedRecord = {
  readonly portalId: string;
  readonly objectType: ObjectType;
  readonly objectId: string;
  readonly kind: "changed" | "forgotten";
  readonly cause: string;
};

const objectTypes: Readonly<Record<string, ObjectType>> = {
  "0-1": "contacts",
  "0-2": "companies",
  "0-3": "deals",
  contact: "contacts",
  company: "companies",
  deal: "deals",
  CONTACT: "contacts",
  COMPANY: "companies",
  DEAL: "deals",
};

/** HubSpot tells an app about its own writes too. Ours are receipts, not news. */
export function isOwnWrite(event: WebhookEvent): boolean {
  return (
    event.changeSource === "INTEGRATION" &&
    event.appId !== undefined &&
    event.sourceId === String(event.appId)
  );
}

/**
 * Which records an event is about. The event itself is only a hint: what is true now is read from
 * HubSpot, so order, repetition and unknown kinds of events do no harm.
 */
export function touchedRecords(event: WebhookEvent): readonly TouchedRecord[] {
  const type = event.subscriptionType ?? event.eventType ?? "";
  const [subject = "", action = ""] = type.split(".");
  if (action === "associationChange") return bothEnds(event, action);
  const objectType = objectTypes[event.objectTypeId ?? ""] ?? objectTypes[subject];
  if (!objectType) return [];
  const ids = [
    event.objectId,
    event.primaryObjectId,
    event.newObjectId,
    ...(event.mergedObjectIds ?? []),
  ];
  const kind = action === "privacyDeletion" ? "forgotten" : "changed";
  const cause = event.propertyName ? `${action} ${event.propertyName}` : action;
  return distinct(ids).map((id) => ({
    portalId: String(event.portalId),
    objectType,
    objectId: String(id),
    kind,
    cause,
  }));
}

function bothEnds(event: WebhookEvent, cause: string): readonly TouchedRecord[] {
  const [from, to] = (event.associationType ?? "").split("_TO_");
  const ends = [
    { type: event.fromObjectTypeId ?? from, id: event.fromObjectId },
    { type: event.toObjectTypeId ?? to, id: event.toObjectId },
  ];
  return ends.flatMap(({ type, id }) => {
    const objectType = objectTypes[type ?? ""];
    if (!objectType || id === undefined) return [];
    const objectId = String(id);
    return [
      { portalId: String(event.portalId), objectType, objectId, kind: "changed" as const, cause },
    ];
  });
}

function distinct(ids: readonly (number | undefined)[]): readonly number[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}
