import { type FieldPlan, planFields } from "../../src/fields/plan-fields.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Rewrite } from "../store/field-rewrites.ts";
import { keepRaw } from "../store/field-rewrites.ts";
import { keepProposals } from "../store/field-proposals.ts";
import type { Trx } from "../store/open.ts";
import type { MirrorRecord } from "../store/records.ts";

type Planned = {
  readonly record: MirrorRecord;
  readonly raw: Readonly<Record<string, string>>;
};

/** How the fields of a contact should be written, by what stands on it. */
export function planContact({ record, raw }: Planned, playbook: Playbook): FieldPlan {
  const { properties, written } = record;
  return planFields({ type: "contact", properties, written, raw }, playbook);
}

/**
 * Keeps what the fields of decided contacts, and of their companies, propose, and what is about to be
 * rewritten. A company's own fields are read and asked about here; writing them is a fix.
 */
export async function keepFieldPlans(
  trx: Trx,
  portalId: string,
  plans: {
    readonly contacts: readonly { readonly objectId: string; readonly plan: FieldPlan }[];
    readonly companies: readonly Planned[];
    readonly playbook: Playbook;
    /** Whether the contacts' fields are going to be written at all. */
    readonly isWriting: boolean;
    readonly now: number;
  },
): Promise<void> {
  const { contacts, playbook } = plans;
  const companies = plans.companies.map(({ record, raw }) => {
    const { properties, written } = record;
    return {
      objectType: "companies" as const,
      objectId: record.object_id,
      proposals: planFields({ type: "company", properties, written, raw }, playbook).proposals,
    };
  });
  await keepProposals(trx, portalId, [
    ...contacts.map(({ objectId, plan }) => ({
      objectType: "contacts" as const,
      objectId,
      proposals: plan.proposals,
    })),
    ...companies,
  ]);
  if (!plans.isWriting) return;
  const rewrites = contacts.flatMap(({ objectId, plan }) =>
    Object.entries(plan.raw).map(([property, raw]): Rewrite => ({
      object_type: "contacts",
      object_id: objectId,
      property,
      raw,
      value: plan.values[property] ?? "",
    })),
  );
  await keepRaw(trx, portalId, rewrites, plans.now);
}
