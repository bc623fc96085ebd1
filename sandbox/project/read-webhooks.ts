import { z } from "zod";
import { objectTypeOf } from "../portal/object-type.ts";
import type { SubscribedEvent, Subscription, WebhookSettings } from "./app-registration.ts";

const kinds = [
  "creation",
  "deletion",
  "merge",
  "restore",
  "associationChange",
  "privacyDeletion",
  "propertyChange",
] as const;

const entry = z.object({
  subscriptionType: z.templateLiteral([z.string(), ".", z.enum(kinds)]),
  objectType: z.string().optional(),
  propertyName: z.string().optional(),
  active: z.boolean(),
});

const webhooksFile = z.object({
  type: z.literal("webhooks"),
  config: z.object({
    settings: z.object({
      targetUrl: z.url(),
      // HubSpot refuses 5 and fewer.
      maxConcurrentRequests: z.number().int().min(6),
    }),
    subscriptions: z.object({
      crmObjects: z.array(entry).default([]),
      legacyCrmObjects: z.array(entry).default([]),
      hubEvents: z.array(entry).default([]),
    }),
  }),
});

type Entry = z.infer<typeof entry>;

/** HubSpot offers no subscription for these. */
const notSubscribable = new Set(["num_unique_conversion_events", "hs_lastmodifieddate"]);
const firstSubscriptionId = 7_000_001;

/** The content of a `webhooks-hsmeta.json` as settings; inactive subscriptions are left out. */
export function readWebhooks(content: unknown, path: string): WebhookSettings {
  const result = webhooksFile.safeParse(content);
  if (!result.success) {
    throw new Error(`${path} is not what HubSpot expects:\n${z.prettifyError(result.error)}`);
  }
  const { settings, subscriptions } = result.data.config;
  const entries = [
    ...subscriptions.crmObjects.map((item) => ({ item, format: "object" as const })),
    ...subscriptions.legacyCrmObjects.map((item) => ({ item, format: "legacy" as const })),
    ...subscriptions.hubEvents.map((item) => ({ item, format: "legacy" as const })),
  ];
  return {
    ...settings,
    subscriptions: entries.flatMap(({ item, format }, index) =>
      item.active ? [subscription(item, format, firstSubscriptionId + index)] : [],
    ),
  };
}

function subscription(item: Entry, format: Subscription["format"], id: number): Subscription {
  const [subject = ""] = item.subscriptionType.split(".");
  const objectName = format === "object" ? item.objectType : subject;
  if (objectName === undefined) {
    throw new Error(`a subscription to ${item.subscriptionType} needs an objectType`);
  }
  return { id, format, objectType: objectTypeOf(objectName).id, event: eventOf(item) };
}

function eventOf({ subscriptionType, propertyName }: Entry): SubscribedEvent {
  const kind = kinds.find((name) => subscriptionType.endsWith(`.${name}`));
  if (kind === undefined) throw new Error(`HubSpot has no events of type ${subscriptionType}`);
  if (kind !== "propertyChange") return { kind };
  if (propertyName === undefined || notSubscribable.has(propertyName)) {
    throw new Error(`HubSpot offers no ${subscriptionType} of ${propertyName ?? "no property"}`);
  }
  return { kind, propertyName };
}
