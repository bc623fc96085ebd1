import { homeView } from "../../src/view/home.ts";
import type { HomeAnswer } from "../../src/view/home-view.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { readBackfill } from "../store/backfills.ts";
import { countRows } from "../store/count-rows.ts";
import { countPortal } from "../store/home-counts.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { readPortalProblems } from "../store/portal-problems.ts";
import { findPortal } from "../store/portals.ts";

const dayMs = 86_400_000;

/** What the home page draws, with the moves of the last `days`. Asks our database only. */
export async function readHome(
  { db, now }: Services,
  portalId: string,
  { days }: { readonly days: number },
): Promise<HomeAnswer> {
  const portal = await findPortal(db, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  if (portal.state === "disconnected")
    throw new AppError("portal_disconnected", "Medqual was disconnected. Install the app again.");
  const at = now();
  const playbook = await readPlaybook(db, portalId, portal.playbook_version);
  const counts = await countPortal(db, portalId, { since: at - days * dayMs });
  const problems = await readPortalProblems(db, portalId);
  return {
    at,
    mode: portal.mode,
    backfill: await openBackfill(db, portalId),
    problems: problems.map(({ what, cure }) => ({ what, cure })),
    view: homeView(counts, playbook),
  };
}

async function openBackfill(db: Services["db"], portalId: string): Promise<HomeAnswer["backfill"]> {
  const backfill = await readBackfill(db, portalId);
  if (!backfill || backfill.step === "done") return null;
  const { step, listed } = backfill;
  const waiting = (await countRows(db, portalId)).pending;
  return { step, listed, decided: step === "assess" ? Math.max(0, listed - waiting) : 0 };
}
