/**
 * What the home page counts by, kept beside the documents it is computed from: counting a hundred
 * thousand contacts must not unpack their decisions. A contribution with an instant is a signal, and
 * the most valuable comes first.
 */
export const home: readonly string[] = [
  `alter table standings
    add column missing jsonb generated always as
      (jsonb_path_query_array(decision, '$.missing[*].id')) stored,
    add column source text generated always as (facts->'source'->>'value') stored,
    add column handoff text generated always as (standing->'handoff'->>'kind') stored,
    add column offer text generated always as (jsonb_path_query_first(
      facts, '$.signals[*] ? (@.id == $id).offerId',
      jsonb_set('{}', '{id}', jsonb_path_query_first(
        decision, '$.intent.contributions[*] ? (@.at != null).id'))
      ) #>> '{}') stored`,
  `alter table decisions add column former_status text
    generated always as (input->'standing'->>'status') stored`,
  `create index decisions_moves on decisions (portal_id, decided_at, former_status, status)
    where object_type = 'contacts' and former_status is not null and former_status <> status`,
  `create index standings_figures on standings (portal_id, status, source, handoff, offer)
    where object_type = 'contacts'`,
  `create index standings_hold on standings (portal_id) include (missing)
    where object_type = 'contacts' and status = 'hold'`,
];
