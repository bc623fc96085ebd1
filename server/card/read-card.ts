import type { CardAnswer, ReaderView } from "../../src/view/card-view.ts";
import { mayHandOver } from "../act/may-hand-over.ts";
import { onlyMembers } from "../act/refuse-action.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import { hasWork } from "../store/has-work.ts";
import type { Db } from "../store/open.ts";
import { touch } from "../store/pending.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { readPortalProblems } from "../store/portal-problems.ts";
import { findPortal } from "../store/portals.ts";
import { type MirrorRecord, readRecords } from "../store/records.ts";
import { drawRecord } from "./draw-record.ts";

type Asked = { readonly objectType: ObjectType; readonly objectId: string };

const trailLength = 10;

/** What the card draws. A record we never saw is put to work, and the card asks again. */
export async function readCard(
  services: Services,
  { portalId, userId }: { readonly portalId: string; readonly userId: string },
  asked: Asked,
): Promise<CardAnswer> {
  const { db } = services;
  const portal = await findPortal(db, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  if (portal.state === "disconnected")
    throw new AppError("portal_disconnected", "Medqual was disconnected. Install the app again.");

  const playbook = await readPlaybook(db, portalId, portal.playbook_version);
  // Asked before the decision is read: what is at rest now is decided as it will be shown.
  const isWorking = await hasWork(db, portalId, asked);
  const standing = await standingOf(db, portalId, asked);
  if (!standing) await begin(services, portalId, asked);
  const record = (await readRecords(db, portalId, asked.objectType, [asked.objectId])).get(
    asked.objectId,
  );
  return {
    mode: portal.mode,
    playbook: { name: playbook.name, version: playbook.version },
    pending: !standing || isWorking,
    record: standing
      ? {
          kind: "decided",
          decidedAt: standing.decided_at,
          view: await drawRecord(db, portalId, standing, { playbook, now: services.now(), record }),
        }
      : { kind: "undecided" },
    reader: await readerOf(db, { portalId, userId }, record),
    problems: (await readPortalProblems(db, portalId)).map(({ what, cure }) => ({ what, cure })),
    refused: await refusedInput(db, portalId, asked),
    trail: await trailOf(db, portalId, asked),
  };
}

async function standingOf(db: Db, portalId: string, { objectType, objectId }: Asked) {
  return db
    .selectFrom("standings")
    .select(["decided_at", "decision", "facts"])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .executeTakeFirst();
}

async function readerOf(
  db: Db,
  { portalId, userId }: { readonly portalId: string; readonly userId: string },
  record: MirrorRecord | undefined,
): Promise<ReaderView> {
  const may = await mayHandOver(db, portalId, userId, record?.properties ?? {});
  return { mayHandOver: may, because: may ? null : onlyMembers };
}

async function begin({ db, bell, now }: Services, portalId: string, asked: Asked): Promise<void> {
  const touches = [{ ...asked, step: "sync", cause: "card opened" }] as const;
  await touch(db, portalId, { touches, lane: "live", now: now() });
  await bell.ring(portalId, "live");
}

async function refusedInput(db: Db, portalId: string, { objectType, objectId }: Asked) {
  const row = await db
    .selectFrom("parked")
    .select("reason")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .where("step", "=", "input")
    .executeTakeFirst();
  return row?.reason ?? null;
}

async function trailOf(db: Db, portalId: string, { objectType, objectId }: Asked) {
  const rows = await db
    .selectFrom("decisions")
    .select(["decided_at", "sentence"])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .where("redacted", "=", false)
    .orderBy("sequence", "desc")
    .limit(trailLength)
    .execute();
  return rows.map((row) => ({ at: row.decided_at, sentence: row.sentence }));
}
