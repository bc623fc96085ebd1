import type { Portal } from "../portal/portal.ts";
import type { Answer } from "./route.ts";

/** How every batch answers: with `status` when all went well, with 207 when some inputs did not. */
export function batchAnswer(
  portal: Portal,
  status: number,
  {
    results,
    errors,
  }: { readonly results: readonly unknown[]; readonly errors: readonly unknown[] },
): Answer {
  const at = new Date(portal.now()).toISOString();
  const body = { status: "COMPLETE", results, startedAt: at, completedAt: at };
  if (errors.length === 0) return { status, body };
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
