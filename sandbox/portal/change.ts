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

/** What happened to the portal's records, as listeners outside the portal get to know it. */
export type Change = { readonly at: number; readonly source: ChangeSource } & (
  | { readonly kind: "created"; readonly record: RecordRef }
  | { readonly kind: "deleted"; readonly record: RecordRef }
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
