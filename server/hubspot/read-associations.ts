import type { z } from "zod";
import type { Association } from "./crm.ts";
import { associationOf } from "./crm-records.ts";
import { associationBatch } from "./shapes.ts";

type Input = { readonly id: string; readonly after?: string };
type Batch = z.infer<typeof associationBatch>;
type Send = (inputs: readonly Input[], shape: typeof associationBatch) => Promise<Batch["results"]>;

/** All associations of the given ids; each id is paged by itself. Ids without any are absent. */
export async function readAssociations(
  ids: readonly string[],
  send: Send,
): Promise<ReadonlyMap<string, readonly Association[]>> {
  const found = new Map<string, Association[]>();
  let inputs: readonly Input[] = [...new Set(ids)].map((id) => ({ id }));
  while (inputs.length > 0) {
    const results = await send(inputs, associationBatch);
    for (const { from, to } of results)
      found.set(from.id, [...(found.get(from.id) ?? []), ...to.map(associationOf)]);
    inputs = results.flatMap(({ from: { id }, paging }) =>
      paging?.next ? [{ id, after: paging.next.after }] : [],
    );
  }
  return found;
}
