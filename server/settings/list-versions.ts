import { diffPlaybooks } from "../../src/playbook/diff/diff-playbooks.ts";
import { approvalViews } from "../../src/view/settings.ts";
import type { VersionView } from "../../src/view/settings-view.ts";
import type { Services } from "../context.ts";
import { readApprovals, readVersions } from "../store/playbooks.ts";
import { type Caller, nameOf, openSettings } from "./open-settings.ts";
import { givenApproval } from "./read-settings.ts";

/** As many as a page shows; earlier ones are kept all the same. */
const most = 20;

/** The latest versions: who published what, with which words, and what each changed. */
export async function listVersions(
  { db }: Services,
  caller: Caller,
): Promise<readonly VersionView[]> {
  const { portalId } = caller;
  const { portal } = await openSettings(db, caller);
  const versions = await readVersions(db, portalId, most + 1);
  return Promise.all(
    versions.slice(0, most).map(async (each, i): Promise<VersionView> => {
      const { playbook, publishedAt, author, note, restores, isAgreed } = each;
      const former = versions[i + 1]?.playbook;
      const approvals = await readApprovals(db, portalId, playbook.version);
      const changes = former ? diffPlaybooks(former, playbook) : [];
      return {
        version: playbook.version,
        name: playbook.name,
        publishedAt,
        by: author && nameOf(author),
        note,
        restores,
        isInForce: playbook.version === portal.playbook_version,
        approvals: approvalViews(approvals.map(givenApproval)),
        isAgreed,
        changes: changes.map(({ sentence }) => sentence),
      };
    }),
  );
}
