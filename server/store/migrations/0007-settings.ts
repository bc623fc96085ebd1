export const settings: readonly string[] = [
  `create table drafts (portal_id text primary key, document jsonb, revision integer not null,
    based_on integer not null, author jsonb not null, changed_at bigint not null)`,
  `create table draft_approvals (portal_id text not null, side text not null, author jsonb not null,
    at bigint not null, primary key (portal_id, side))`,
  `alter table playbooks add column author jsonb, add column note text not null default '',
    add column restores integer, add column agreed_at bigint`,
  `alter table approvals add column email text`,
  `update playbooks set agreed_at = playbooks.published_at from portals
    where portals.portal_id = playbooks.portal_id and portals.playbook_version = playbooks.version
    and portals.mode = 'active'`,
  `create table portal_properties (portal_id text not null, object_type text not null,
    properties jsonb not null, read_at bigint not null, primary key (portal_id, object_type))`,
  `create table what_ifs (portal_id text primary key, id text not null, revision integer not null,
    state jsonb not null, updated_at bigint not null)`,
  `create table last_events (portal_id text primary key, at bigint not null)`,
  `create table disconnections (portal_id text primary key, author jsonb not null,
    archives boolean not null, archived boolean not null default false, at bigint not null)`,
];
