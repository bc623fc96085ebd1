import type { Allowance } from "./call.ts";

/**
 * HubSpot allows 110 calls in 10 s, searches 5 in 1 s, association batches apart from both (100 in
 * 10 s on the smallest plan). A window W sees at most W / spacing + burst + 1 of our calls; the rest
 * is room for the jitter between our permission and HubSpot's counting. The main one is the value
 * until an answer's headers say what this portal really has.
 */
export const buckets = {
  main: { spacingMs: 98, burst: 4 },
  search: { spacingMs: 210, burst: 0 },
  associations: { spacingMs: 110, burst: 4 },
} as const;
export type Bucket = keyof typeof buckets;

/** Calls kept free for the jitter between permission and counting, beside burst and first call. */
export const roomForJitter = 3;

/** 98 ms at 110 calls in 10 s. */
export function mainSpacing({ max, intervalMs }: Pick<Allowance, "max" | "intervalMs">): number {
  return Math.floor(intervalMs / Math.max(1, max - buckets.main.burst - 1 - roomForJitter));
}
