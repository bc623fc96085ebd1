import { z } from "zod";

/** A moment in a request: epoch milliseconds, or ISO 8601 with a zone. */
export const instant = z.union([
  z.number().int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);
