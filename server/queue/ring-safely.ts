import type { Services } from "../context.ts";
import type { WorkLane } from "../store/schema.ts";

/**
 * Wakes a portal's loop after work was committed. Fails silently: without its bell the work is still
 * committed, and the timer finds it.
 */
export async function ringSafely(
  { bell, log }: Pick<Services, "bell" | "log">,
  portalId: string,
  lane: WorkLane,
): Promise<void> {
  try {
    await bell.ring(portalId, lane);
  } catch (error) {
    log.warn({ reason: String(error) }, "queue unreachable, the timer takes over");
  }
}
