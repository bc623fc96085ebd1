import { allowedProperties, contactResults } from "../../src/facts/allow-list.ts";
import type { FixPlan } from "../../src/fields/fix.ts";
import { fixedValue, placesOf } from "../../src/fields/fix-changes.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { AppError } from "../errors.ts";
import { countValues } from "../store/field-values.ts";
import type { Db, Trx } from "../store/open.ts";
import type { PortalRow } from "../store/portals.ts";

/** What a fix would change: nothing has happened yet. */
export type FixPreview = {
  readonly plan: FixPlan;
  readonly records: number;
  readonly changes: readonly {
    readonly from: string;
    readonly to: string;
    readonly records: number;
    /** Ids of a few of the records. */
    readonly examples: readonly string[];
  }[];
};

/** Works out from the mirror what a fix would change; the most frequent change first. */
export async function planFix(
  db: Db | Trx,
  at: { readonly portal: PortalRow; readonly playbook: Playbook },
  plan: FixPlan,
): Promise<FixPreview> {
  const { portal, playbook } = at;
  const { source, target } = placesOf(plan);
  checkPlan(at, plan);
  const whereEmpty = plan.kind === "fill" ? target : null;
  const of = { objectType: plan.objectType, property: source, whereEmpty };
  const values = await countValues(db, portal.portal_id, of);
  const changes = values.flatMap(({ text, records, examples }) => {
    const to = fixedValue(plan, text, playbook);
    return to === null ? [] : [{ from: text, to, records, examples }];
  });
  return { plan, records: changes.reduce((sum, each) => sum + each.records, 0), changes };
}

function checkPlan(
  { portal, playbook }: { readonly portal: PortalRow; readonly playbook: Playbook },
  plan: FixPlan,
): void {
  const { objectType, property } = plan;
  const { source, target } = placesOf(plan);
  const read = allowedProperties(playbook)[objectType];
  for (const name of new Set([source, target]))
    if (!read.includes(name))
      throw new AppError(
        "bad_request",
        `${objectType}.${name} is not read. Name it in the playbook as where a fact is read, and publish.`,
      );
  if (plan.kind === "fill" && source === target)
    throw new AppError("bad_request", `No property of ours holds this field on ${objectType}.`);
  if (plan.kind === "replace" && results.includes(property))
    throw new AppError("bad_request", `${property} is written by Medqual: change the playbook.`);
  const scope = `crm.objects.${objectType}.write`;
  if (portal.scopes.length > 0 && !portal.scopes.includes(scope))
    throw new AppError(
      "forbidden",
      `Medqual may not write ${objectType}. Install it again and grant ${scope}.`,
    );
}

/** What decisions write: a fix there would be undone by the next one. */
const results: readonly string[] = [...contactResults, "hubspot_owner_id"];
