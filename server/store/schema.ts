import type { ColumnType, Generated } from "kysely";
import type { ContactDecision, DealDecision, Standing } from "../../src/decision.ts";
import type { ContactFacts, DealFacts } from "../../src/facts/contact-facts.ts";
import type { Signal } from "../../src/facts/signal.ts";
import type { Playbook, Route } from "../../src/playbook/playbook.ts";
import type { WhatIfView } from "../../src/view/settings-view.ts";
import type { Lane, PropertyDefinition } from "../hubspot/crm.ts";
import type { Json, RecordKey } from "./columns.ts";
import type { FieldTables } from "./field-tables.ts";
import type { ListingTables } from "./listing-tables.ts";
import type { SourceTables } from "./source-tables.ts";

export type Properties = Readonly<Record<string, string | null>>;
export type Mode = "observe" | "active" | "paused";
export type Side = "marketing" | "sales";
/** Who did something, as HubSpot's signed query names them. */
export type Author = { readonly userId: string; readonly email: string | null };
export type WorkLane = Exclude<Lane, "interactive">;

export type Schema = FieldTables &
  SourceTables &
  ListingTables & {
    portals: {
      portal_id: string;
      /**
       * `connecting` until the properties and the playbook are in place; work waits for that.
       * `leaving` from the press on "disconnect" until everything is forgotten.
       */
      state: "connecting" | "connected" | "leaving" | "disconnected";
      mode: Mode;
      /** Handoffs are offered for signals from here on; null in observe mode. */
      offers_from: number | null;
      playbook_version: number;
      access_token: string;
      access_expires_at: number;
      refresh_token: string;
      scopes: Json<readonly string[]>;
      time_zone: string;
      utc_offset_minutes: number;
      installed_by: string | null;
      connected_at: number;
      /** Since when HubSpot refuses our tokens; everything is purged after a grace period. */
      disconnected_at: number | null;
      /** When everything is listed again; null until it has been planned. */
      nightly_due_at: number | null;
      /** Grows with every spelling that the portal teaches. */
      words_version: Generated<number>;
      /** Imprint of the properties that were last brought about. */
      provisioned_as: Generated<string>;
      /** Ids in their order; null as long as they were not read. */
      lifecycle_stages: Json<readonly string[]> | null;
    };
    oauth_states: { nonce: string; expires_at: number };
    playbooks: {
      portal_id: string;
      version: number;
      document: Json<Playbook>;
      published_at: number;
      /** Null: the app itself, at the installation. */
      author: Json<Author> | null;
      note: Generated<string>;
      /** The earlier version that this one brought back. */
      restores: number | null;
      /** When marketing and sales had both approved it; null until then. */
      agreed_at: number | null;
    };
    approvals: {
      portal_id: string;
      version: number;
      side: Side;
      user_id: string;
      email: string | null;
      at: number;
    };
    /** One per portal. Without a document there is none at present; its revision goes on counting. */
    drafts: {
      portal_id: string;
      document: Json<Playbook> | null;
      revision: number;
      based_on: number;
      author: Json<Author>;
      changed_at: number;
    };
    /** Of the draft's present revision: a change of the draft deletes them. */
    draft_approvals: { portal_id: string; side: Side; author: Json<Author>; at: number };
    /** The portal's own property definitions, as read last. */
    portal_properties: {
      portal_id: string;
      object_type: "contacts" | "companies";
      properties: Json<readonly PropertyDefinition[]>;
      read_at: number;
    };
    /** The latest count of what a draft would change; `state` is the answer so far. */
    what_ifs: {
      portal_id: string;
      id: string;
      revision: number;
      state: Json<WhatIfView>;
      updated_at: number;
    };
    /** When HubSpot last told us of a change. */
    last_events: { portal_id: string; at: number };
    /** Asked for and not finished yet. */
    disconnections: {
      portal_id: string;
      author: Json<Author>;
      archives: boolean;
      archived: Generated<boolean>;
      at: number;
    };
    leases: {
      portal_id: string;
      name: string;
      holder: string;
      fencing: number;
      expires_at: number;
    };
    pending: RecordKey & {
      lane: WorkLane;
      step: "sync" | "assess";
      version: number;
      due_at: number;
      attempts: number;
      /** Those of the attempts for which the record itself may be to blame. */
      faults: number;
      cause: string;
      since: number;
      last_error: string | null;
    };
    records: RecordKey & {
      properties: Json<Properties>;
      /** Primary company of a contact or deal. */
      company_id: string | null;
      /** HubSpot's clock. */
      updated_at: number;
      gone: boolean;
      /** Last values we wrote of properties that others write too. */
      written: Json<Readonly<Record<string, string>>>;
    };
    deal_contacts: {
      portal_id: string;
      deal_id: string;
      contact_id: string;
      /** What the association is labelled with. */
      labels: ColumnType<readonly string[], string | undefined, string>;
    };
    signals: { portal_id: string; contact_id: string; signal_id: string; signal: Json<Signal> };
    accounts: { portal_id: string; company_id: string; people_key: string };
    standings: RecordKey & {
      sequence: number;
      status: string | null;
      standing: Json<Standing | null>;
      decision: Json<ContactDecision | DealDecision>;
      facts: Json<ContactFacts | DealFacts>;
      outcome: string;
      decided_at: number;
      playbook_version: number;
      next_at: number | null;
    };
    decisions: RecordKey & {
      sequence: number;
      decided_at: number;
      playbook_version: number;
      cause: string;
      status: string | null;
      sentence: string;
      /** Facts, former standing, `now` and `offersFrom`: what the decision can be recomputed from. */
      input: Json<unknown>;
      decision: Json<unknown>;
      redacted: Generated<boolean>;
    };
    outbox: RecordKey & {
      lane: WorkLane;
      version: number;
      desired: Json<Readonly<Record<string, string>>>;
      /** Version that was being sent: set before the call, so a crash leaves "outcome unknown". */
      sent_version: number | null;
      due_at: number;
      attempts: number;
      faults: number;
      last_error: string | null;
    };
    /** Written, not yet read back. */
    unverified: RecordKey & { lane: WorkLane; due_at: number };
    /** What people entered on a card and HubSpot does not show yet: one row per property. */
    inputs: RecordKey & {
      property: string;
      value: string;
      /** What stood there when the person decided; what differs later was changed by somebody else. */
      present: string | null;
      /** Last value whose sending was begun: a crash leaves "outcome unknown". */
      sent: string | null;
      user_id: string;
      made_at: number;
      version: number;
      due_at: number;
      attempts: number;
      last_error: string | null;
    };
    /** Answers to requests that HubSpot may repeat. `request` is a digest. */
    idempotency_keys: {
      portal_id: string;
      key: string;
      request: string;
      answer: Json<unknown>;
      at: number;
    };
    /** HubSpot user ids of those who may accept and return; a portal without any lets everybody. */
    queue_members: {
      portal_id: string;
      user_id: string;
      route: ColumnType<Route, Route | undefined>;
    };
    /** What keeps a portal's work from being done, by kind of call (`POST /crm/…/batch/update`). */
    portal_problems: {
      portal_id: string;
      kind: string;
      code: string;
      what: string;
      cure: string;
      since: number;
      /** Until then no such call is made, but by somebody who waits for it. */
      retry_at: number;
    };
    parked: RecordKey & { step: string; reason: string; at: number };
    backfills: {
      portal_id: string;
      step: "listing" | "assess" | "done";
      listed: number;
      started_at: number;
      finished_at: number | null;
    };
    deletions: {
      portal_id: string;
      object_type: string;
      object_id: string;
      reason: string;
      at: number;
      /** Of a whole portal: rows taken away, by table. */
      removed: ColumnType<Readonly<Record<string, number>> | null, string | undefined, string>;
    };
  };
