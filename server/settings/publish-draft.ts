import { checkPlaybook, isPublishable } from "../../src/playbook/check/check-playbook.ts";
import { approvalViews, blockedBecause } from "../../src/view/settings.ts";
import { problemViews } from "../../src/view/draft.ts";
import { type Published, putInForce } from "../assess/publish.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import {
  keepDraft,
  lockDraft,
  readDraftApprovals,
  type SideApproval,
  voidApprovals,
} from "../store/drafts.ts";
import type { Trx } from "../store/open.ts";
import { approveVersion, readApprovals, readVersion } from "../store/playbooks.ts";
import { activatePortal } from "../store/portals.ts";
import { askOnce } from "./ask-once.ts";
import { overtaken } from "./edit-draft.ts";
import { authorOf, type Caller, demand, openSettings } from "./open-settings.ts";
import { knownProperties } from "./portal-properties.ts";

const publishers = "Only approvers and admins may publish. An admin names them under People.";

/**
 * Puts the draft in force. It needs the word of both sides on exactly this revision, and no error. In
 * observe mode this ends it: both sides have agreed.
 */
export async function publishDraft(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly revision: number; readonly note: string },
): Promise<Published> {
  const { portalId } = caller;
  const published = await askOnce(services, caller, asked, async (trx, now) => {
    const { portal, may } = await openSettings(trx, caller);
    demand(may.publish, publishers);
    const draft = await lockDraft(trx, portalId);
    if (!draft) throw new AppError("not_found", "There is no draft to publish.");
    const { document } = draft;
    if (draft.revision !== asked.revision || document === null) throw overtaken(draft);
    const approvals = await readDraftApprovals(trx, portalId);
    const { properties } = await knownProperties(trx, portalId);
    const given = approvals.map(({ side, author, at }) => ({ side, by: author.userId, at }));
    const reason = blockedBecause(problemViews(document, properties), approvalViews(given));
    if (reason !== null) throw new AppError("conflict", `It can't be published: ${reason}`);
    const author = authorOf(caller);
    const imprint = { now, author, note: asked.note, isAgreed: true };
    const done = await putInForce(trx, portalId, { playbook: document, imprint });
    await keepWords(trx, portalId, { version: done.version, approvals, now });
    await keepDraft(trx, portalId, {
      document: null,
      basedOn: portal.playbook_version,
      expected: draft.revision,
      author,
      now,
    });
    return done;
  });
  await services.bell.ring(portalId, "bulk");
  return published;
}

/**
 * Brings an earlier version back at once, as a new one. Both sides had agreed on it then, so nobody is
 * asked again; another version begins as a draft.
 */
export async function rollBack(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly version: number; readonly note: string },
): Promise<Published> {
  const { portalId } = caller;
  const published = await askOnce(services, caller, asked, async (trx, now) => {
    const { portal, may } = await openSettings(trx, caller);
    demand(may.publish, publishers);
    const { version } = asked;
    if (version >= portal.playbook_version)
      throw new AppError(
        "conflict",
        `Version ${version} is not earlier than the one in force, ${portal.playbook_version}.`,
      );
    const earlier = await readVersion(trx, portalId, version);
    if (!earlier.isAgreed)
      throw new AppError(
        "conflict",
        `Marketing and sales never both approved version ${version}. Begin a draft from it instead.`,
      );
    if (!isPublishable(checkPlaybook(earlier.playbook)))
      throw new AppError(
        "conflict",
        `Version ${version} has errors by today's rules. Begin a draft from it, and solve them there.`,
      );
    const approvals = await readApprovals(trx, portalId, version);
    const imprint = { now, author: authorOf(caller), note: asked.note, restores: version };
    const done = await putInForce(trx, portalId, {
      playbook: earlier.playbook,
      imprint: { ...imprint, isAgreed: true },
    });
    await keepWords(trx, portalId, { version: done.version, approvals, now });
    await voidApprovals(trx, portalId);
    services.log.info(
      { portalId, version: done.version, restores: version, userId: caller.userId },
      "earlier playbook brought back",
    );
    return done;
  });
  await services.bell.ring(portalId, "bulk");
  return published;
}

/** The approvals go with the version that they were given for, and end observe mode. */
async function keepWords(
  trx: Trx,
  portalId: string,
  words: {
    readonly version: number;
    readonly approvals: readonly SideApproval[];
    readonly now: number;
  },
): Promise<void> {
  for (const word of words.approvals) await approveVersion(trx, portalId, words.version, word);
  await activatePortal(trx, portalId, words.now);
}
