import { AppError } from "../errors.ts";
import type { CrmRecord, Update, UpdateResult } from "./crm.ts";
import { refusalWords } from "./refusal-words.ts";
import type { BatchError } from "./shapes.ts";

type BatchAnswer = {
  readonly records: readonly CrmRecord[];
  readonly errors: readonly BatchError[];
};
type Send = (updates: readonly Update[]) => Promise<BatchAnswer>;

/**
 * One batch, in which one refused record must not sink the others: where HubSpot refuses the whole
 * batch, it is halved until the offenders stand alone.
 */
export async function updateRecords(updates: readonly Update[], send: Send): Promise<UpdateResult> {
  if (updates.length === 0) return { written: [], gone: [], refused: [] };
  try {
    return sort(updates, await send(updates));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "hubspot_rejected") throw error;
    const [only] = updates;
    const message = String(error.context["words"] ?? error.message);
    if (only && updates.length === 1)
      return { written: [], gone: [], refused: [{ id: only.id, message }] };
    const middle = Math.ceil(updates.length / 2);
    const first = await updateRecords(updates.slice(0, middle), send);
    const second = await updateRecords(updates.slice(middle), send);
    return {
      written: [...first.written, ...second.written],
      gone: [...first.gone, ...second.gone],
      refused: [...first.refused, ...second.refused],
    };
  }
}

/**
 * A record that was merged into another may be missing from the answer without any error: it is gone
 * too. Where an error names nobody, though, what is missing counts as refused: gone is for good.
 */
function sort(updates: readonly Update[], { records, errors }: BatchAnswer): UpdateResult {
  const ids = updates.map(({ id }) => id);
  const written = records.filter(({ id }) => ids.includes(id));
  const complaints = new Map<string, string>();
  let unclear: string | null = null;
  for (const error of errors.filter(({ category }) => category !== "OBJECT_NOT_FOUND")) {
    const words = refusalWords(error);
    const named = error.context?.["objectWriteTraceId"] ?? error.context?.["ids"] ?? [];
    for (const id of named) complaints.set(id, words);
    if (named.length === 0) unclear = words;
  }
  const answered = new Set(written.map(({ id }) => id));
  const missing = ids.filter((id) => !answered.has(id));
  const refused = missing.flatMap((id) => {
    const message = complaints.get(id) ?? unclear;
    return message === null ? [] : [{ id, message }];
  });
  const explained = new Set(refused.map(({ id }) => id));
  return { written, gone: missing.filter((id) => !explained.has(id)), refused };
}
