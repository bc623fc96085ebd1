import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.ts";
import type { Db } from "../store/open.ts";
import { disconnectPortal, findPortal, keepTokens, type PortalRow } from "../store/portals.ts";
import { releaseLease, takeLease } from "../store/leases.ts";

/** Refreshed this long before the end: a call begun with a token must be able to finish with it. */
const marginMs = 5 * 60_000;
const refreshTtlMs = 30_000;

export type Grant = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
};

type Parts = {
  readonly db: Db;
  readonly now: () => number;
  readonly holder: string;
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  readonly refresh: (refreshToken: string) => Promise<Grant>;
};

export type Tokens = {
  /** A token valid for at least some minutes; refreshes it when needed, once across processes. */
  readonly accessToken: (portalId: string) => Promise<string>;
  /** After HubSpot refused `refused`: a token that is another one. */
  readonly renew: (portalId: string, refused: string) => Promise<string>;
};

export function createTokens(parts: Parts): Tokens {
  const { db, now, open } = parts;

  async function connected(portalId: string): Promise<PortalRow> {
    const portal = await findPortal(db, portalId);
    if (portal && portal.state !== "disconnected") return portal;
    throw new AppError("portal_disconnected", `Portal ${portalId} is not connected.`, {
      context: { portalId },
    });
  }

  async function valid(portalId: string, isUsable: (portal: PortalRow) => boolean) {
    for (;;) {
      const portal = await connected(portalId);
      if (isUsable(portal)) return open(portal.access_token);
      await refreshOnce(portal);
    }
  }

  async function refreshOnce(portal: PortalRow): Promise<void> {
    const wanted = { portalId: portal.portal_id, name: "token", holder: parts.holder };
    const lease = await takeLease(db, wanted, { now: now(), ttlMs: refreshTtlMs });
    if (!lease) {
      await sleep(100); // somebody else refreshes; their result is read on the next round
      return;
    }
    try {
      const fresh = await connected(portal.portal_id);
      if (fresh.access_token !== portal.access_token) return;
      const grant = await parts.refresh(open(portal.refresh_token));
      await keepTokens(db, portal.portal_id, sealGrant(grant, parts.seal, now()));
    } catch (error) {
      if (error instanceof AppError && error.code === "portal_disconnected")
        await disconnectPortal(db, portal.portal_id, now());
      throw error;
    } finally {
      await releaseLease(db, lease);
    }
  }

  return {
    accessToken: (portalId) =>
      valid(portalId, (portal) => portal.access_expires_at - marginMs > now()),
    renew: (portalId, refused) =>
      valid(portalId, (portal) => open(portal.access_token) !== refused),
  };
}

export function sealGrant(grant: Grant, seal: (text: string) => string, now: number) {
  return {
    access_token: seal(grant.accessToken),
    refresh_token: seal(grant.refreshToken),
    access_expires_at: now + grant.expiresInSeconds * 1000,
  };
}
