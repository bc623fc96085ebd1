import type { Signal } from "../../src/facts/signal.ts";
import type { Json } from "./columns.ts";
import type { WantedTask } from "./tasks.ts";

/** Tables of what is read besides records, and of the tasks that tell people of handoffs. */
export type SourceTables = {
  /** Who can own records; `active` is false for those who left. */
  owners: { portal_id: string; owner_id: string; user_id: string | null; active: boolean };
  /** One row per handoff that people were told of by a task. */
  tasks: {
    portal_id: string;
    contact_id: string;
    task_key: string;
    desired: Json<WantedTask>;
    version: number;
    /** What HubSpot has confirmed; null: nothing yet, or we do not know. */
    shown: Json<WantedTask> | null;
    task_id: string | null;
    /** When a creation was begun whose outcome is not known. */
    sent_at: number | null;
    /** Null: nothing is to be done. */
    due_at: number | null;
    attempts: number;
    last_error: string | null;
  };
  /** One row per thing that is looked at again and again: a form, a listing of events. */
  sources: {
    portal_id: string;
    source: string;
    /** How far it was read; its shape is the reader's. */
    cursor: Json<unknown>;
    /** When it was last read to its end; null: not yet. */
    read_at: number | null;
    due_at: number;
    failures: number;
    /** Why it cannot be read; what only it could show is then unknown. */
    unavailable: string | null;
  };
  /** Sent with a form by somebody who is no contact that we can find yet. */
  waiting_submissions: {
    portal_id: string;
    form_id: string;
    at: number;
    email: string;
    signal: Json<Signal>;
    since: number;
  };
};
