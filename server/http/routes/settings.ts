import { Router } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import { reassessPortal } from "../../assess/reassess-portal.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readBackfill } from "../../store/backfills.ts";
import { approve } from "../../store/playbooks.ts";
import { findPortal } from "../../store/portals.ts";
import { countByStatus } from "../../store/standings.ts";
import { parseJson } from "../parse-json.ts";
import { signed, signedCaller } from "../signed.ts";

const approval = z.object({ side: z.enum(["marketing", "sales"]) });

/** The portal's state, and the joint approval that ends observe mode. */
export function settingsRoutes(services: Services, config: Config): Router {
  const { db, now, bell } = services;
  return Router()
    .get("/api/settings", ...signed(config, now), async (request, response) => {
      const { portalId } = signedCaller(request);
      const portal = await connected(services, portalId);
      const backfill = await readBackfill(db, portalId);
      response.json({
        mode: portal.mode,
        playbookVersion: portal.playbook_version,
        backfill: backfill && { step: backfill.step, listed: backfill.listed },
        contactsByStatus: await countByStatus(db, portalId),
      });
    })
    .post("/api/settings/approvals", ...signed(config, now), async (request, response) => {
      const { portalId, userId } = signedCaller(request);
      const portal = await connected(services, portalId);
      const parsed = approval.safeParse(parseJson(request.body as string));
      if (!parsed.success || userId === "")
        throw new AppError("bad_request", "Say which side approves: marketing or sales.");
      const { side } = parsed.data;
      const version = portal.playbook_version;
      const result = await db.transaction().execute(async (trx) => {
        const outcome = await approve(trx, { portalId, version, side, userId, at: now() });
        if (outcome.kind === "agreed")
          await reassessPortal(trx, portalId, { cause: "playbook approved", now: now() });
        return outcome;
      });
      if (result.kind === "same_person")
        throw new AppError("forbidden", "Marketing and sales must be different people.");
      if (result.kind === "agreed") await bell.ring(portalId, "bulk");
      response.json(result);
    });
}

async function connected({ db }: Services, portalId: string) {
  const portal = await findPortal(db, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  return portal;
}
