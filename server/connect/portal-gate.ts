import { AppError } from "../errors.ts";
import type { Gate } from "../hubspot/ask.ts";
import type { Log } from "../log.ts";
import type { Db } from "../store/open.ts";
import {
  forgetRefusal,
  noteRefusal,
  type RefusedKind,
  refusedKinds,
} from "../store/portal-problems.ts";

/** What other processes found out is seen this late. */
const rememberedMs = 30_000;

/**
 * Keeps what HubSpot refuses a whole portal as a problem of the portal: while it lasts, calls of that
 * kind are not made (HubSpot counts refused calls against the app), and the work behind them waits.
 */
export function createGate(
  parts: { readonly db: Db; readonly log: Log; readonly now: () => number },
  portalId: string,
): Gate {
  const { db, log, now } = parts;
  let known = new Map<string, RefusedKind>();
  let readAt = -Infinity;

  async function refresh(): Promise<void> {
    if (now() - readAt < rememberedMs) return;
    readAt = now();
    known = new Map((await refusedKinds(db, portalId)).map((row) => [row.kind, row]));
  }

  return {
    check: async (kind) => {
      await refresh();
      const refused = known.get(kind);
      if (!refused || refused.retry_at <= now()) return;
      const retry = { afterMs: refused.retry_at - now() };
      const message = `${kind} waits for a problem of portal ${portalId}: ${refused.what}`;
      throw new AppError("hubspot_portal_refused", message, { retry });
    },
    refused: async (kind, refusal) => {
      await refresh();
      if (!known.has(kind))
        log.warn({ portalId, kind, code: refusal.code, what: refusal.what }, "portal problem");
      known.set(kind, await noteRefusal(db, portalId, { kind, refusal, now: now() }));
    },
    passed: async (kind) => {
      await refresh();
      if (!known.delete(kind)) return;
      await forgetRefusal(db, portalId, kind);
      log.info({ portalId, kind }, "portal problem solved");
    },
  };
}
