import { z } from "zod";

/** One webhook event, in either of HubSpot's two forms (`contact.*`, `object.*`). */
const event = z.object({
  portalId: z.number().int(),
  appId: z.number().int().optional(),
  occurredAt: z.number().int().optional(),
  subscriptionType: z.string().optional(),
  eventType: z.string().optional(), // the documentation's other name for it
  objectId: z.number().int().optional(),
  objectTypeId: z.string().optional(),
  propertyName: z.string().optional(),
  changeSource: z.string().optional(),
  sourceId: z.string().optional(),
  primaryObjectId: z.number().int().optional(),
  newObjectId: z.number().int().optional(),
  mergedObjectIds: z.array(z.number().int()).optional(),
  fromObjectId: z.number().int().optional(),
  toObjectId: z.number().int().optional(),
  fromObjectTypeId: z.string().optional(),
  toObjectTypeId: z.string().optional(),
  associationType: z.string().optional(),
});
export type WebhookEvent = z.infer<typeof event>;

export type ParsedDelivery =
  | {
      readonly kind: "events";
      readonly events: readonly WebhookEvent[];
      readonly unreadable: number;
    }
  | { readonly kind: "malformed"; readonly reason: string };

/** A delivery is a JSON array. One unreadable event must not lose the others of its batch. */
export function parseDelivery(body: string): ParsedDelivery {
  const json = parseJson(body);
  if (!Array.isArray(json))
    return { kind: "malformed", reason: "The body must be a JSON array of webhook events." };
  const events: WebhookEvent[] = [];
  for (const item of json) {
    const parsed = event.safeParse(item);
    if (parsed.success) events.push(parsed.data);
  }
  return { kind: "events", events, unreadable: json.length - events.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
