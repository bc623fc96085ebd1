import type { ContactDecision, DealDecision } from "../../src/decision.ts";
import type { ContactFacts, DealFacts } from "../../src/facts/contact-facts.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { actionsView, noActions } from "../../src/view/actions.ts";
import type { CardAnswer } from "../../src/view/card-view.ts";
import { contactCardView } from "../../src/view/contact-card.ts";
import { dealCardView } from "../../src/view/deal-card.ts";
import { mayHandOver } from "../act/may-hand-over.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db } from "../store/open.ts";
import { touch } from "../store/pending.ts";
import { readPlaybook } from "../store/playbooks.ts";
import { findPortal } from "../store/portals.ts";

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
  const standing = await standingOf(db, portalId, asked);
  if (!standing) await begin(services, portalId, asked);
  return {
    mode: portal.mode,
    playbook: { name: playbook.name, version: playbook.version },
    pending: !standing || (await isPending(db, portalId, asked)),
    record: standing
      ? {
          kind: "decided",
          decidedAt: standing.decided_at,
          view: viewOf(standing.decision, standing.facts, { playbook, now: services.now() }),
        }
      : { kind: "undecided" },
    actions:
      standing?.decision.kind === "contact"
        ? actionsView(standing.decision, await mayHandOver(db, portalId, userId))
        : noActions,
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

function viewOf(
  decision: ContactDecision | DealDecision,
  facts: ContactFacts | DealFacts,
  at: { readonly playbook: Playbook; readonly now: number },
) {
  return decision.kind === "contact"
    ? contactCardView(decision, facts as ContactFacts, at)
    : dealCardView(decision, facts as DealFacts, at.playbook);
}

async function begin({ db, bell, now }: Services, portalId: string, asked: Asked): Promise<void> {
  const touches = [{ ...asked, step: "sync", cause: "card opened" }] as const;
  await touch(db, portalId, { touches, lane: "live", now: now() });
  await bell.ring(portalId, "live");
}

async function isPending(db: Db, portalId: string, { objectType, objectId }: Asked) {
  for (const table of ["pending", "inputs", "outbox"] as const) {
    const row = await db
      .selectFrom(table)
      .select("object_id")
      .where("portal_id", "=", portalId)
      .where("object_type", "=", objectType)
      .where("object_id", "=", objectId)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
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
