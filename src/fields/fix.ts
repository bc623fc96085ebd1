import type { FieldId } from "./governed-fields.ts";

type FixedType = "contacts" | "companies";

/**
 * What a fix changes.
 * - `rewrite`: every certain spelling in one property becomes the agreed value, by its label in a
 *   text field;
 * - `replace`: one value of one property becomes another;
 * - `fill`: where our own property is empty, it takes what another one certainly says.
 */
export type FixPlan =
  | {
      readonly kind: "rewrite";
      readonly objectType: FixedType;
      readonly field: FieldId;
      readonly property: string;
    }
  | {
      readonly kind: "replace";
      readonly objectType: FixedType;
      readonly property: string;
      readonly from: string;
      /** Empty: the property is cleared. */
      readonly to: string;
    }
  | {
      readonly kind: "fill";
      readonly objectType: FixedType;
      readonly field: FieldId;
      readonly property: string;
    };

export const fixStates = ["running", "paused", "done", "undoing", "undo_paused", "undone"] as const;
export type FixState = (typeof fixStates)[number];

/**
 * - `waiting`, `sending`, `written`: on its way, or there;
 * - `skipped`: somebody changed it before us; `refused`: HubSpot did not take it;
 * - `restoring`, `restored`: as it was before; `kept`: somebody changed it after us, so it stays;
 * - `stuck`: HubSpot refused to restore it.
 */
export type FixItemState =
  | "waiting"
  | "sending"
  | "written"
  | "skipped"
  | "refused"
  | "restoring"
  | "restored"
  | "kept"
  | "stuck";
