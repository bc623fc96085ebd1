import type { ActivityCalls } from "./activity-calls.ts";
import type { EventCalls } from "./event-calls.ts";
import type { FieldCalls } from "./field-calls.ts";
import type { FormCalls } from "./form-calls.ts";
import type { JournalCalls } from "./journal-calls.ts";
import type { OwnerCalls } from "./owner-calls.ts";
import type { TaskCalls } from "./task-calls.ts";

/** HubSpot's shapes as the rest of the server sees them: parsed, ids as strings, instants as numbers. */
export type ObjectType = "contacts" | "companies" | "deals";

/** Who waits: a person, an event, or nobody. Each lane has a share of the portal's call budget. */
export type Lane = "interactive" | "live" | "bulk";

export type CrmRecord = {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** Epoch milliseconds, HubSpot's clock. */
  readonly updatedAt: number;
  readonly archived: boolean;
  /** Present only where asked for: ids by type; `primaryCompany` when an association is labelled so. */
  readonly associations: {
    readonly contacts: readonly string[];
    readonly companies: readonly string[];
    readonly deals: readonly string[];
    readonly primaryCompany: string | null;
    /** Whether an association with a contact has a label; which one the batch of associations says. */
    readonly hasLabels?: boolean;
  } | null;
};

export type Page = { readonly records: readonly CrmRecord[]; readonly after: string | null };

export type Update = { readonly id: string; readonly properties: Readonly<Record<string, string>> };

/** What became of each update of one batch. */
export type UpdateResult = {
  readonly written: readonly CrmRecord[];
  /** Records that HubSpot no longer has under this id. */
  readonly gone: readonly string[];
  /** Refused by validation, with HubSpot's own words. */
  readonly refused: readonly { readonly id: string; readonly message: string }[];
};

export type Association = {
  readonly toId: string;
  readonly typeIds: readonly number[];
  readonly labels: readonly string[];
};

export type AccountInfo = {
  readonly portalId: string;
  readonly timeZone: string;
  readonly utcOffsetMinutes: number;
  readonly accountType: string;
};

export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: string;
  readonly fieldType: string;
  readonly archived: boolean;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly hidden: boolean;
  }[];
};

/** One portal's CRM. Every call waits for the portal's budget and has a deadline. */
export type Gateway = FormCalls &
  FieldCalls &
  ActivityCalls &
  EventCalls &
  JournalCalls &
  OwnerCalls &
  TaskCalls & {
    readonly list: (
      type: ObjectType,
      query: {
        readonly properties: readonly string[];
        readonly associations: readonly ObjectType[];
        readonly after: string | null;
        readonly lane: Lane;
      },
    ) => Promise<Page>;
    /** At most 100 ids. Missing ids are simply absent from the answer. */
    readonly read: (
      type: ObjectType,
      ids: readonly string[],
      query: { readonly properties: readonly string[]; readonly lane: Lane },
    ) => Promise<readonly CrmRecord[]>;
    /** At most 100 updates. One refused record does not sink the others. */
    readonly update: (
      type: ObjectType,
      updates: readonly Update[],
      lane: Lane,
    ) => Promise<UpdateResult>;
    /** At most 1,000 ids. */
    readonly associations: (
      from: ObjectType,
      to: ObjectType,
      query: { readonly ids: readonly string[]; readonly lane: Lane },
    ) => Promise<ReadonlyMap<string, readonly Association[]>>;
    /** How many records there are; as late as HubSpot's search index. */
    readonly count: (type: ObjectType, lane: Lane) => Promise<number>;
    /** Records modified at or after `since`, oldest first, one page of at most 100. */
    readonly modifiedSince: (
      type: ObjectType,
      query: {
        readonly since: number;
        readonly properties: readonly string[];
        readonly after: string | null;
        readonly lane: Lane;
      },
    ) => Promise<Page>;
    /** The pace that the portal's main budget allows. */
    readonly callsPerSecond: () => number;
    readonly accountInfo: () => Promise<AccountInfo>;
    /** In the interactive lane, unless somebody has time. */
    readonly properties: (type: ObjectType, lane?: Lane) => Promise<readonly PropertyDefinition[]>;
    readonly createPropertyGroup: (
      type: ObjectType,
      group: { readonly name: string; readonly label: string },
    ) => Promise<void>;
    readonly createProperties: (
      type: ObjectType,
      definitions: readonly Omit<PropertyDefinition, "archived">[],
    ) => Promise<void>;
    /** At most 100 names. What is archived can be restored in HubSpot for 90 days. */
    readonly archiveProperties: (type: ObjectType, names: readonly string[]) => Promise<void>;
    /** Takes the app out of the portal; its tokens are worth nothing afterwards. */
    readonly uninstall: () => Promise<void>;
    readonly updatePropertyOptions: (
      type: ObjectType,
      name: string,
      options: PropertyDefinition["options"],
    ) => Promise<void>;
  };
