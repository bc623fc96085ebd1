/**
 * What a portal holds before anybody connects an app to it. Plain data: ids are given out by the
 * portal when it is loaded; here records point at each other by `key`.
 */
export type SeedPortal = {
  readonly portalId: number;
  readonly companyName: string;
  readonly timeZone: string;
  readonly owners: readonly SeedOwner[];
  /** The portal's own custom properties, beside HubSpot's standard ones. */
  readonly properties: readonly SeedProperty[];
  readonly companies: readonly SeedRecord[];
  readonly contacts: readonly SeedContact[];
  readonly deals: readonly SeedDeal[];
};

/** Records that point at each other and at no others. */
export type SeedPart = Pick<SeedPortal, "companies" | "contacts" | "deals">;

/** A portal whose records are made part by part while they are read: it need not fit in memory twice. */
export type SeedStream = Omit<SeedPortal, keyof SeedPart> & { readonly parts: Iterable<SeedPart> };

export type SeedOwner = {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
};

export type SeedProperty = {
  readonly objectType: "contacts" | "companies" | "deals";
  readonly name: string;
  readonly label: string;
  readonly type: "string" | "enumeration" | "number" | "date" | "datetime" | "bool";
  readonly fieldType:
    "text" | "textarea" | "select" | "checkbox" | "number" | "date" | "booleancheckbox";
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};

export type SeedRecord = {
  /** Unique among the records of its type. */
  readonly key: string;
  /** Values as HubSpot keeps them: strings; dates `YYYY-MM-DD`; datetimes ISO 8601 with `Z`. */
  readonly properties: Readonly<Record<string, string>>;
  /** ISO 8601 instant. */
  readonly createdAt: string;
};

export type SeedContact = SeedRecord & {
  /** Key of the primary company, when the contact is associated with one. */
  readonly company?: string;
};

export type SeedDeal = SeedRecord & {
  readonly company?: string;
  readonly contacts: readonly string[];
};
