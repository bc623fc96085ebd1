export const engine: readonly string[] = [
  `create table unverified (portal_id text not null, object_type text not null,
    object_id text not null, lane text not null, due_at bigint not null,
    primary key (portal_id, object_type, object_id))`,
];
