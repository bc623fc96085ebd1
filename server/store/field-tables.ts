import type { Generated } from "kysely";
import type { PortalLook } from "../../src/fields/audit.ts";
import type { FixItemState, FixPlan, FixState } from "../../src/fields/fix.ts";
import type { FieldId } from "../../src/fields/governed-fields.ts";
import type { Json, RecordKey } from "./columns.ts";

/** Tables about the fields that decisions depend on. */
export type FieldTables = {
  /** What stood in a property of ours before we rewrote it. */
  field_rewrites: RecordKey & { property: string; raw: string; value: string; at: number };
  /** Values that probably mean another: waiting for somebody's word. */
  field_proposals: RecordKey & {
    property: string;
    field: FieldId;
    text: string;
    /** The same for texts that differ in case, punctuation or plural alone. */
    key: string;
    value: string;
    words: string;
  };
  /** Spellings that people have taught us; a null value: it means none of ours. */
  field_spellings: {
    portal_id: string;
    field: FieldId;
    key: string;
    spelling: string;
    value: string | null;
    user_id: string;
    at: number;
  };
  /** What HubSpot itself shows of definitions, forms and histories, and when to look again. */
  field_looks: {
    portal_id: string;
    due_at: number;
    looked_at: number | null;
    look: Json<PortalLook> | null;
  };
  fixes: {
    portal_id: string;
    fix_id: string;
    plan: Json<FixPlan>;
    state: FixState;
    created_by: string;
    created_at: number;
    changed_at: number;
    due_at: number;
    attempts: Generated<number>;
    last_error: string | null;
  };
  fix_items: RecordKey & {
    fix_id: string;
    property: string;
    /** What stood there before; null where nothing did. */
    former: string | null;
    value: string;
    state: FixItemState;
    /** What stood there instead, where somebody had changed it. */
    found: string | null;
  };
};
