import { type Kysely, type Migration, sql } from "kysely";

/** Forward only. A migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-first": { up: first },
  "0002-engine": { up: engine },
  "0003-card-actions": { up: cardActions },
};

async function first(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table portals (
      portal_id text primary key, state text not null, mode text not null, offers_from bigint,
      playbook_version integer not null, access_token text not null, access_expires_at bigint not null,
      refresh_token text not null, scopes jsonb not null, time_zone text not null,
      utc_offset_minutes integer not null, installed_by text, connected_at bigint not null,
      swept_until bigint not null)`,
    `create table oauth_states (nonce text primary key, expires_at bigint not null)`,
    `create table playbooks (portal_id text not null, version integer not null, document jsonb not null,
      published_at bigint not null, primary key (portal_id, version))`,
    `create table approvals (portal_id text not null, version integer not null, side text not null,
      user_id text not null, at bigint not null, primary key (portal_id, version, side))`,
    `create table leases (portal_id text not null, name text not null, holder text not null,
      fencing bigint not null, expires_at bigint not null, primary key (portal_id, name))`,
    `create table pending (portal_id text not null, object_type text not null, object_id text not null,
      lane text not null, step text not null, version bigint not null, due_at bigint not null,
      attempts integer not null default 0, cause text not null, since bigint not null, last_error text,
      primary key (portal_id, object_type, object_id))`,
    `create index pending_work on pending (portal_id, lane, step, due_at)`,
    `create table records (portal_id text not null, object_type text not null, object_id text not null,
      properties jsonb not null, company_id text, updated_at bigint not null,
      gone boolean not null default false, written jsonb not null default '{}',
      primary key (portal_id, object_type, object_id))`,
    `create index records_by_company on records (portal_id, company_id) where company_id is not null`,
    `create table deal_contacts (portal_id text not null, deal_id text not null, contact_id text not null,
      primary key (portal_id, deal_id, contact_id))`,
    `create index deals_by_contact on deal_contacts (portal_id, contact_id)`,
    `create table signals (portal_id text not null, contact_id text not null, signal_id text not null,
      signal jsonb not null, primary key (portal_id, contact_id, signal_id))`,
    `create table accounts (portal_id text not null, company_id text not null, people_key text not null,
      primary key (portal_id, company_id))`,
    `create table standings (portal_id text not null, object_type text not null, object_id text not null,
      sequence integer not null, status text, standing jsonb not null, decision jsonb not null,
      facts jsonb not null, outcome text not null, decided_at bigint not null,
      playbook_version integer not null, next_at bigint,
      primary key (portal_id, object_type, object_id))`,
    `create index standings_due on standings (next_at) where next_at is not null`,
    `create index standings_by_status on standings (portal_id, status)`,
    `create table decisions (portal_id text not null, object_type text not null, object_id text not null,
      sequence integer not null, decided_at bigint not null, playbook_version integer not null,
      cause text not null, status text, sentence text not null, input jsonb not null,
      decision jsonb not null, redacted boolean not null default false,
      primary key (portal_id, object_type, object_id, sequence))`,
    `create function decisions_are_append_only() returns trigger language plpgsql as $$
      begin
        if current_setting('medqual.purge', true) = 'on' then
          return coalesce(new, old);
        end if;
        raise exception 'decisions are append-only';
      end $$`,
    `create trigger decisions_append_only before update or delete on decisions
      for each row execute function decisions_are_append_only()`,
    `create table outbox (portal_id text not null, object_type text not null, object_id text not null,
      lane text not null, version bigint not null, desired jsonb not null, sent_version bigint,
      due_at bigint not null, attempts integer not null default 0, last_error text,
      primary key (portal_id, object_type, object_id))`,
    `create index outbox_work on outbox (portal_id, lane, due_at)`,
    `create table parked (portal_id text not null, object_type text not null, object_id text not null,
      step text not null, reason text not null, at bigint not null,
      primary key (portal_id, object_type, object_id, step))`,
    `create table backfills (portal_id text primary key, step text not null, after text,
      listed integer not null default 0, decided integer not null default 0,
      started_at bigint not null, finished_at bigint)`,
    `create table deletions (portal_id text not null, object_type text not null, object_id text not null,
      reason text not null, at bigint not null)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function engine(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table unverified (portal_id text not null, object_type text not null,
      object_id text not null, lane text not null, due_at bigint not null,
      primary key (portal_id, object_type, object_id))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function cardActions(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table inputs (portal_id text not null, object_type text not null, object_id text not null,
      property text not null, value text not null, present text, sent text, user_id text not null,
      made_at bigint not null, version bigint not null, due_at bigint not null,
      attempts integer not null default 0, last_error text,
      primary key (portal_id, object_type, object_id, property))`,
    `create index inputs_work on inputs (portal_id, due_at)`,
    `create table idempotency_keys (portal_id text not null, key text not null, request text not null,
      answer jsonb not null, at bigint not null, primary key (portal_id, key))`,
    `create index idempotency_keys_by_age on idempotency_keys (portal_id, at)`,
    `create table queue_members (portal_id text not null, user_id text not null,
      primary key (portal_id, user_id))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
