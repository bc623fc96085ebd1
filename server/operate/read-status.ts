import { callsPerSecond as budgetOf } from "./read-budgets.ts";
import { readProgress, type Progress } from "../sync/read-progress.ts";
import { type PortalProblem, readPortalProblems } from "../store/portal-problems.ts";
import { countParked } from "../store/parked.ts";
import { countByStatus } from "../store/standings.ts";
import type { PortalRow } from "../store/portals.ts";
import type { Operator } from "./operator.ts";

/** How one portal is. Instants are epoch milliseconds. */
export type PortalStatus = {
  readonly portalId: string;
  readonly state: PortalRow["state"];
  readonly mode: PortalRow["mode"];
  readonly playbookVersion: number;
  readonly connectedAt: number;
  readonly disconnectedAt: number | null;
  readonly contactsByStatus: Readonly<Record<string, number>>;
  readonly progress: Progress;
  readonly parked: number;
  readonly problems: readonly PortalProblem[];
};

/** Every portal, those that removed the app among them. */
export async function readStatus(
  operator: Operator,
  { portalId }: { readonly portalId?: string | undefined },
): Promise<readonly PortalStatus[]> {
  const { db } = operator;
  const all = await db.selectFrom("portals").selectAll().orderBy("portal_id").execute();
  const statuses: PortalStatus[] = [];
  for (const portal of all) {
    const id = portal.portal_id;
    if (portalId !== undefined && id !== portalId) continue;
    statuses.push({
      portalId: id,
      state: portal.state,
      mode: portal.mode,
      playbookVersion: portal.playbook_version,
      connectedAt: portal.connected_at,
      disconnectedAt: portal.disconnected_at,
      contactsByStatus: await countByStatus(db, id),
      progress: await readProgress(db, id, { callsPerSecond: await budgetOf(operator, id) }),
      parked: await countParked(db, id),
      problems: await readPortalProblems(db, id),
    });
  }
  return statuses;
}
