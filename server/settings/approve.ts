import { reassessPortal } from "../assess/reassess-portal.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { approveDraft, lockDraft, readDraftApprovals, type SideApproval } from "../store/drafts.ts";
import type { Trx } from "../store/open.ts";
import { approveVersion, markAgreed, readApprovals } from "../store/playbooks.ts";
import { activatePortal } from "../store/portals.ts";
import { askOnce } from "./ask-once.ts";
import { overtaken } from "./edit-draft.ts";
import { authorOf, type Caller, demand, openSettings } from "./open-settings.ts";
import type { Approval } from "./settings-request.ts";

export type Approved = { readonly kind: "waiting" | "agreed" };

/**
 * Gives the word of one side: for a draft, which may then be published, or for the version that is in
 * force since the installation, which ends observe mode. The two sides are two people.
 */
export async function approve(
  services: Services,
  caller: Caller,
  asked: Approval,
): Promise<Approved> {
  const approved = await askOnce(services, caller, asked, async (trx, at) => {
    const { portal, may } = await openSettings(trx, caller);
    demand(
      may.approve[asked.side],
      `You are not among those who approve for ${asked.side}. An admin names them under People.`,
    );
    const word = { side: asked.side, author: authorOf(caller), at };
    if (asked.of.kind === "draft")
      return forDraft(trx, caller.portalId, { revision: asked.of.revision, word });
    if (asked.of.version !== portal.playbook_version)
      throw new AppError(
        "conflict",
        `Version ${asked.of.version} is not in force any more. Load the page again.`,
      );
    return forVersion(trx, caller.portalId, { version: asked.of.version, word });
  });
  const isInForce = asked.of.kind === "version" && approved.kind === "agreed";
  if (isInForce) await services.bell.ring(caller.portalId, "bulk");
  return approved;
}

async function forDraft(
  trx: Trx,
  portalId: string,
  { revision, word }: { readonly revision: number; readonly word: SideApproval },
): Promise<Approved> {
  const draft = await lockDraft(trx, portalId);
  if (!draft) throw new AppError("not_found", "There is no draft to approve.");
  if (draft.revision !== revision || draft.document === null) throw overtaken(draft);
  const other = otherSide(await readDraftApprovals(trx, portalId), word);
  await approveDraft(trx, portalId, word);
  return { kind: other ? "agreed" : "waiting" };
}

async function forVersion(
  trx: Trx,
  portalId: string,
  { version, word }: { readonly version: number; readonly word: SideApproval },
): Promise<Approved> {
  const other = otherSide(await readApprovals(trx, portalId, version), word);
  await approveVersion(trx, portalId, version, word);
  if (!other) return { kind: "waiting" };
  await markAgreed(trx, portalId, version, word.at);
  await activatePortal(trx, portalId, word.at);
  await reassessPortal(trx, portalId, { cause: "playbook approved", now: word.at });
  return { kind: "agreed" };
}

/** Whether the other side has agreed already; the same person can't speak for both. */
function otherSide(given: readonly SideApproval[], { side, author }: SideApproval): boolean {
  const other = given.find((each) => each.side !== side);
  if (other?.author.userId === author.userId)
    throw new AppError(
      "forbidden",
      "Marketing and sales must be different people, and you have approved for the other side.",
    );
  return other !== undefined;
}
