import type { ObjectTypeId } from "./object-type.ts";

/** Who made a change, in the words of property history: `INTEGRATION`, `CRM_UI`, `FORM`, … */
export type ChangeSource = {
  readonly type: string;
  readonly id: string;
  /** The person, when a person made it. */
  readonly userId?: number;
};

export const calculatedSource: ChangeSource = { type: "CALCULATED", id: "" };

export type RecordRef = { readonly type: ObjectTypeId; readonly id: string };

/**
 * What happened to the portal's records, as listeners outside the portal get to know it. One act may
 * be several changes: a privacy deletion is a deletion too, a merge makes a record.
 */
export type Change = { readonly at: number; readonly source: ChangeSource } & (
  | { readonly kind: "created"; readonly record: RecordRef }
  | { readonly kind: "deleted"; readonly record: RecordRef }
  | { readonly kind: "restored"; readonly record: RecordRef }
  | { readonly kind: "privacyDeleted"; readonly record: RecordRef }
  | {
      readonly kind: "merged";
      /** The record the merge made; all ids before it lead to it. */
      readonly record: RecordRef;
      readonly primaryId: string;
      readonly mergedIds: readonly string[];
      readonly propertiesMoved: number;
    }
  | {
      readonly kind: "propertyChanged";
      readonly record: RecordRef;
      readonly name: string;
      readonly value: string;
      readonly calculated: boolean;
      readonly atCreation: boolean;
    }
  | {
      readonly kind: "associationChanged";
      readonly from: RecordRef;
      readonly to: RecordRef;
      readonly typeId: number;
      readonly removed: boolean;
    }
);
