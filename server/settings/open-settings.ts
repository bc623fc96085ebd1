import type { Playbook } from "../../src/playbook/playbook.ts";
import { type Permissions, permissionsOf } from "../../src/playbook/who-may.ts";
import { AppError } from "../errors.ts";
import type { Db, Trx } from "../store/open.ts";
import { readVersion } from "../store/playbooks.ts";
import { findPortal, type PortalRow } from "../store/portals.ts";
import type { Author } from "../store/schema.ts";

/** Who asks, as the signed query says. */
export type Caller = Author & { readonly portalId: string };

export type Settings = {
  readonly portal: PortalRow;
  /** The one in force. */
  readonly playbook: Playbook;
  readonly isAgreed: boolean;
  readonly may: Permissions;
};

/** A portal's settings, and what the caller may do with them. */
export async function openSettings(db: Db | Trx, caller: Caller): Promise<Settings> {
  const { portalId, userId } = caller;
  const portal = await findPortal(db, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  if (portal.state === "leaving")
    throw new AppError("conflict", "Medqual is being disconnected from this HubSpot account.");
  const { playbook, isAgreed } = await readVersion(db, portalId, portal.playbook_version);
  return { portal, playbook, isAgreed, may: permissionsOf(playbook, portal.installed_by, userId) };
}

/** Refuses what the caller may not do. */
export function demand(isAllowed: boolean, message: string): void {
  if (!isAllowed) throw new AppError("forbidden", message);
}

/** How people recognize who did something. */
export function nameOf({ userId, email }: Author): string {
  return email ?? `user ${userId}`;
}

/** What is kept of the caller beside what they did. */
export function authorOf({ userId, email }: Caller): Author {
  return { userId, email };
}
