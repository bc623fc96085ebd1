import type { ColumnType } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";

/** Written as JSON text, read as a value. */
export type Json<T> = ColumnType<T, string, string>;

/** Every key starts with the portal. Instants are epoch milliseconds. */
export type RecordKey = {
  readonly portal_id: string;
  readonly object_type: ObjectType;
  readonly object_id: string;
};
