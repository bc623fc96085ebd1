export const looks: readonly string[] = [
  `create table field_looks (portal_id text primary key, due_at bigint not null, looked_at bigint,
    look jsonb)`,
];
