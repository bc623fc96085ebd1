import { AppError } from "../errors.ts";

const longestMs = 10 * 60_000;

/** After this many tries in vain a record is parked with its reason. */
export const triesBeforeParking = 8;

/** Doubling from one second, at most ten minutes; longer where HubSpot asked for it. */
export function backOffMs(error: unknown, attempts: number, random: () => number): number {
  const asked =
    error instanceof AppError && typeof error.retry === "object" ? error.retry.afterMs : 0;
  const own = Math.min(longestMs, 1000 * 2 ** attempts) * (0.75 + random() / 2);
  return Math.max(asked, Math.round(own));
}
