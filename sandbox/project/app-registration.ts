import type { ObjectTypeId } from "../portal/object-type.ts";

/** What HubSpot knows about an app: its project, and the credentials given out when it was made. */
export type AppRegistration = AppCredentials & {
  readonly name: string;
  readonly redirectUrls: readonly string[];
  /** Must be asked for, exactly these, by the `scope` of an install link. */
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly webhooks?: WebhookSettings | undefined;
  readonly workflowActions?: readonly WorkflowAction[] | undefined;
};

/** What a workflow can have the app do on a record. */
export type WorkflowAction = {
  readonly uid: string;
  readonly actionUrl: string;
  /** As `CONTACT`. */
  readonly objectTypes: readonly string[];
  /** Names of what a workflow may use of the answer. */
  readonly outputs: readonly string[];
};

export type AppCredentials = {
  readonly appId: number;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type WebhookSettings = {
  readonly targetUrl: string;
  readonly maxConcurrentRequests: number;
  readonly subscriptions: readonly Subscription[];
};

export type SubscribedEvent =
  | { readonly kind: "creation" | "deletion" | "merge" | "restore" | "associationChange" }
  | { readonly kind: "privacyDeletion" }
  | { readonly kind: "propertyChange"; readonly propertyName: string };

export type Subscription = {
  readonly id: number;
  /** `object.creation` with `objectTypeId`, or the older `contact.creation`. */
  readonly format: "object" | "legacy";
  readonly objectType: ObjectTypeId;
  readonly event: SubscribedEvent;
};
