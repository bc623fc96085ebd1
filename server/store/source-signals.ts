import { sql } from "kysely";
import type { Signal } from "../../src/facts/signal.ts";
import type { Trx } from "./open.ts";

/** Keeps signals as they are seen now; answers which contacts have one that is new or differs. */
export async function replaceSignals(
  trx: Trx,
  portalId: string,
  found: readonly { readonly contactId: string; readonly signals: readonly Signal[] }[],
): Promise<readonly string[]> {
  const rows = new Map(
    found.flatMap(({ contactId: contact_id, signals }) =>
      signals.map((signal) => [
        `${contact_id} ${signal.id}`,
        { contact_id, signal_id: signal.id, signal },
      ]),
    ),
  );
  if (rows.size === 0) return [];
  const changed = await sql<{ contact_id: string }>`
    insert into signals (portal_id, contact_id, signal_id, signal)
    select ${portalId}, s.contact_id, s.signal_id, s.signal
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      as s(contact_id text, signal_id text, signal jsonb)
    order by s.contact_id, s.signal_id
    on conflict (portal_id, contact_id, signal_id) do update set signal = excluded.signal
      where signals.signal <> excluded.signal
    returning contact_id`.execute(trx);
  return [...new Set(changed.rows.map(({ contact_id }) => contact_id))];
}

/** Gives a merged contact what those it was merged from had shown. */
export async function inheritSignals(
  trx: Trx,
  portalId: string,
  merged: readonly { readonly contactId: string; readonly formerIds: readonly string[] }[],
): Promise<void> {
  const rows = merged.flatMap(({ contactId, formerIds }) =>
    formerIds.map((formerId) => ({ contact_id: contactId, former_id: formerId })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into signals (portal_id, contact_id, signal_id, signal)
    select s.portal_id, m.contact_id, s.signal_id, s.signal
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(contact_id text, former_id text)
    join signals s on s.portal_id = ${portalId} and s.contact_id = m.former_id
    on conflict do nothing`.execute(trx);
}

/** Takes back everything these forms said; answers of whom. */
export async function dropFormSignals(
  trx: Trx,
  portalId: string,
  formIds: readonly string[],
): Promise<readonly string[]> {
  if (formIds.length === 0) return [];
  const dropped = await sql<{ contact_id: string }>`
    delete from signals where portal_id = ${portalId}
      and split_part(signal_id, ':', 1) = 'submission'
      and split_part(signal_id, ':', 2) in (${sql.join([...formIds])})
    returning contact_id`.execute(trx);
  return [...new Set(dropped.rows.map(({ contact_id }) => contact_id))];
}
