import { readsParents } from "../../src/committee/reads-parents.ts";
import { allowedProperties } from "../../src/facts/allow-list.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { startBackfill } from "../store/backfills.ts";
import type { Trx } from "../store/open.ts";
import { type Imprint, latestVersion, publishPlaybook, readPlaybook } from "../store/playbooks.ts";
import { findPortal, setPortal } from "../store/portals.ts";
import { reassessPortal } from "./reassess-portal.ts";

export type Published = {
  readonly version: number;
  /** `mirror`: decided again without reading. `listing`: it asks for properties never read before. */
  readonly from: "mirror" | "listing";
};

/** Puts a playbook in force and has the whole portal decided again by it; answers its version. */
export async function publish(
  services: Services,
  portalId: string,
  playbook: Playbook,
): Promise<Published> {
  const imprint = { now: services.now() };
  const published = await services.db
    .transaction()
    .execute((trx) => putInForce(trx, portalId, { playbook, imprint }));
  await services.bell.ring(portalId, "bulk");
  return published;
}

/** The same as part of a transaction; whoever commits it rings for bulk work. */
export async function putInForce(
  trx: Trx,
  portalId: string,
  { playbook, imprint }: { readonly playbook: Playbook; readonly imprint: Imprint },
): Promise<Published> {
  const { now } = imprint;
  const portal = await findPortal(trx, portalId);
  if (!portal) throw new AppError("portal_unknown", `Portal ${portalId} is not connected.`);
  const former = await readPlaybook(trx, portalId, portal.playbook_version);
  const version = (await latestVersion(trx, portalId)) + 1;
  const next = { ...playbook, version };
  await publishPlaybook(trx, portalId, next, imprint);
  await setPortal(trx, portalId, { playbook_version: version });
  const isNew = readsParents(next) && !readsParents(former);
  const from = isNew || unreadProperties(former, next).length > 0 ? "listing" : "mirror";
  await decideAgain(trx, portalId, { from, now });
  return { version, from };
}

async function decideAgain(
  trx: Trx,
  portalId: string,
  work: { readonly from: Published["from"]; readonly now: number },
): Promise<void> {
  if (work.from === "listing") return startBackfill(trx, portalId, work.now);
  return reassessPortal(trx, portalId, { cause: "playbook published", now: work.now });
}

/** Properties that `next` asks for and `former` did not, as `contacts.<name>`. */
export function unreadProperties(former: Playbook, next: Playbook): readonly string[] {
  const [before, after] = [allowedProperties(former), allowedProperties(next)];
  return (["contacts", "companies", "deals"] as const).flatMap((type) => {
    const read = new Set(before[type]);
    return after[type].filter((name) => !read.has(name)).map((name) => `${type}.${name}`);
  });
}
