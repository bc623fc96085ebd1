export const healing: readonly string[] = [
  `create table portal_problems (portal_id text not null, kind text not null, code text not null,
    what text not null, cure text not null, since bigint not null, retry_at bigint not null,
    primary key (portal_id, kind))`,
  `alter table pending add column faults integer not null default 0`,
  `alter table outbox add column faults integer not null default 0`,
  `update pending set faults = attempts`,
  `update outbox set faults = attempts`,
  `alter table portals add column disconnected_at bigint`,
  `update portals set disconnected_at = (extract(epoch from now()) * 1000)::bigint
    where state = 'disconnected'`,
  `alter table deletions add column removed jsonb`,
  `create index decisions_by_account on decisions
    (portal_id, (input -> 'facts' -> 'account' ->> 'companyId'))`,
  `alter table portals add column nightly_due_at bigint`,
  `create table sweeps (portal_id text not null, object_type text not null, until bigint not null,
    primary key (portal_id, object_type))`,
  `insert into sweeps select portal_id, t, swept_until
    from portals, unnest(array['companies', 'contacts', 'deals']) t`,
  `alter table portals drop column swept_until`,
  `create table listings (portal_id text not null, purpose text not null, object_type text not null,
    after text, listed integer not null default 0, total integer, differing integer not null default 0,
    vanished integer not null default 0, started_at bigint not null, finished_at bigint,
    due_at bigint not null, attempts integer not null default 0, last_error text,
    primary key (portal_id, purpose, object_type))`,
  `create index listings_under_way on listings (due_at) where finished_at is null`,
  `create table listed_records (portal_id text not null, object_type text not null,
    object_id text not null, primary key (portal_id, object_type, object_id))`,
  `insert into listings (portal_id, purpose, object_type, started_at, due_at)
    select portal_id, 'backfill', t, started_at, started_at
    from backfills, unnest(array['companies', 'contacts', 'deals']) t
    where step in ('companies', 'deals', 'contacts')`,
  `update backfills set step = 'listing', listed = 0 where step in ('companies', 'deals', 'contacts')`,
  `alter table backfills drop column after`,
  `alter table backfills drop column decided`,
];
