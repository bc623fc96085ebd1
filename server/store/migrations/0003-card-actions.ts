export const cardActions: readonly string[] = [
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
