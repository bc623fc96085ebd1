import type { ObjectTypeId } from "./object-type.ts";
import { stageProperties, type PipelineStage } from "./pipeline.ts";

type Values = Readonly<Record<string, string | undefined>>;

export type ValueChange = {
  readonly before: Values;
  readonly after: Values;
  /** The stage the record stands in afterwards. */
  readonly stage: PipelineStage | undefined;
  readonly at: number;
};

/**
 * What HubSpot computes from a record's values when they change: names and new values, `""` for
 * none. Only what differs because of this change is returned.
 */
export function calculate(type: ObjectTypeId, change: ValueChange): ReadonlyMap<string, string> {
  const { before, after, at, stage } = change;
  const results = new Map<string, string>();
  const changed = (name: string) => before[name] !== after[name];
  const stageName = stageProperties[type]?.stage;
  if (stageName !== undefined && changed(stageName)) {
    calculateStageDates(results, stageName, change);
  }
  if (changed("hubspot_owner_id")) {
    results.set("hubspot_owner_assigneddate", new Date(at).toISOString());
  }
  if (type === "0-1" && changed("email")) {
    results.set("hs_email_domain", after["email"]?.split("@")[1] ?? "");
  }
  if (type === "0-3" && (changed("dealstage") || changed("amount"))) {
    calculateDeal(results, after, stage);
  }
  if (type === "0-49" && changed("hs_email_headers")) {
    results.set("hs_email_from_email", senderIn(after["hs_email_headers"] ?? ""));
  }
  return results;
}

/** Headers are JSON with the parts of an e-mail's head by name. */
function senderIn(headers: string): string {
  try {
    const { from } = JSON.parse(headers) as { readonly from?: { readonly email?: unknown } };
    return typeof from?.email === "string" ? from.email : "";
  } catch {
    return "";
  }
}

function calculateStageDates(
  results: Map<string, string>,
  stageName: string,
  { before, after, at }: ValueChange,
): void {
  const instant = new Date(at).toISOString();
  const left = before[stageName];
  const entered = after[stageName];
  if (left !== undefined) {
    const since = Date.parse(before[`hs_v2_date_entered_${left}`] ?? "");
    const spent = Number.isNaN(since) ? 0 : Math.max(0, at - since);
    const total = Number(before[`hs_v2_cumulative_time_in_${left}`] ?? 0) + spent;
    results.set(`hs_v2_date_exited_${left}`, instant);
    results.set(`hs_v2_latest_time_in_${left}`, String(spent));
    results.set(`hs_v2_cumulative_time_in_${left}`, String(total));
  }
  if (entered === undefined) return;
  results.set(`hs_v2_date_entered_${entered}`, instant);
  results.set("hs_v2_date_entered_current_stage", instant);
  const became = `hs_lifecyclestage_${entered}_date`;
  // Stages that a portal added have no date of the older kind.
  if (stageName !== "lifecyclestage" || /^\d+$/.test(entered)) return;
  if (after[became] === undefined) results.set(became, instant);
}

function calculateDeal(
  results: Map<string, string>,
  after: Values,
  stage: PipelineStage | undefined,
): void {
  const amount = after["amount"] ?? "";
  const { probability, isClosed = "false" } = stage?.metadata ?? {};
  const won = isClosed === "true" && Number(probability) === 1;
  results.set("amount_in_home_currency", amount);
  results.set("hs_is_closed", isClosed);
  results.set("hs_is_closed_won", String(won));
  results.set("hs_closed_amount", won ? amount : "0");
  results.set(
    "hs_deal_stage_probability",
    probability === undefined ? "" : String(Number(probability)),
  );
}
