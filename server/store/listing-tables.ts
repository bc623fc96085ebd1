import type { Generated } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { RecordKey } from "./columns.ts";

/** How far listings and sweeps are. */
export type ListingTables = {
  /** Up to when modified records have been looked for. */
  sweeps: { portal_id: string; object_type: ObjectType; until: number };
  /** One row per object type; `after` is HubSpot's cursor. */
  listings: {
    portal_id: string;
    purpose: "backfill" | "nightly";
    object_type: ObjectType;
    after: string | null;
    listed: Generated<number>;
    /** How many there are; null while nobody has said. */
    total: number | null;
    differing: Generated<number>;
    vanished: Generated<number>;
    started_at: number;
    finished_at: number | null;
    due_at: number;
    attempts: Generated<number>;
    last_error: string | null;
  };
  listed_records: RecordKey;
};
