import type { Signal } from "./signal.ts";

/** A CRM record as the mirror holds it: allow-listed properties, values as HubSpot keeps them. */
export type RecordSnapshot = {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
};

export type ContactSnapshot = {
  readonly contact: RecordSnapshot;
  readonly company: RecordSnapshot | null;
  /** Everybody of the account, the contact included. */
  readonly people: readonly RecordSnapshot[];
  /** Everybody of the company's parent, where it was looked up. */
  readonly atParent?: readonly RecordSnapshot[];
  /** Every signal ever seen of this contact, in any order. */
  readonly signals: readonly Signal[];
  /** True where the portal does not let us read what was sent with its forms. */
  readonly formsUnread?: boolean;
  /** Ids of owners who are no longer active in the portal. */
  readonly inactiveOwners?: readonly string[];
};

export type DealSnapshot = {
  readonly deal: RecordSnapshot;
  readonly company: RecordSnapshot | null;
  /** Those who are associated with the deal. */
  readonly people: readonly RecordSnapshot[];
  /** What the associations are labelled with, by contact; it holds for this deal only. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** Everybody of the company, and of its parent, where they were looked up. */
  readonly colleagues?: readonly RecordSnapshot[];
  readonly atParent?: readonly RecordSnapshot[];
};
