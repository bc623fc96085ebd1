import { objectTypes, type ObjectTypeId } from "./object-type.ts";
import type { Problem } from "./problem.ts";

/** What went wrong with some inputs of a batch whose others went well. */
export type BatchError = {
  readonly status: "error";
  readonly category: string;
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly [more: string]: unknown;
};

/** One error that names all records of a type that were asked for and not found. */
export function notFound(
  type: ObjectTypeId,
  missing: readonly { readonly id: string; readonly traceId?: string | undefined }[],
): readonly BatchError[] {
  if (missing.length === 0) return [];
  const name = objectTypes[type].singular.toUpperCase();
  const traces = missing.flatMap(({ traceId }) => traceId ?? []);
  return [
    {
      status: "error",
      category: "OBJECT_NOT_FOUND",
      message: `Could not get some ${name} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: {
        ids: missing.map(({ id }) => id),
        ...(traces.length > 0 ? { objectWriteTraceId: traces } : {}),
      },
    },
  ];
}

/** The error of one input among others that went well. */
export function tracedError(problem: Problem, traceId: string): BatchError {
  const { message, errors, category } = problem.body;
  return {
    status: "error",
    category: typeof category === "string" ? category : "VALIDATION_ERROR",
    message,
    ...(errors === undefined ? {} : { errors }),
    context: { objectWriteTraceId: [traceId] },
  };
}
