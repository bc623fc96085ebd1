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
];
