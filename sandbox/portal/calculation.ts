import type { ObjectTypeId } from "./object-type.ts";

type Values = Readonly<Record<string, string | undefined>>;

/**
 * What HubSpot computes from a record's values when they change: names and new values, `""` for
 * none. Only what differs because of this change is returned.
 */
export function calculate(
  type: ObjectTypeId,
  { before, after, at }: { readonly before: Values; readonly after: Values; readonly at: number },
): ReadonlyMap<string, string> {
  const results = new Map<string, string>();
  const changed = (name: string) => before[name] !== after[name];
  const instant = new Date(at).toISOString();
  if (changed("lifecyclestage")) calculateStageDates(results, { before, after, instant });
  if (changed("hubspot_owner_id")) results.set("hubspot_owner_assigneddate", instant);
  if (type === "0-1" && changed("email")) {
    results.set("hs_email_domain", after["email"]?.split("@")[1] ?? "");
  }
  if (type === "0-3" && (changed("dealstage") || changed("amount"))) calculateDeal(results, after);
  return results;
}

function calculateStageDates(
  results: Map<string, string>,
  { before, after, instant }: { before: Values; after: Values; instant: string },
): void {
  const left = before["lifecyclestage"];
  const entered = after["lifecyclestage"];
  if (left !== undefined) results.set(`hs_v2_date_exited_${left}`, instant);
  if (entered === undefined) return;
  results.set(`hs_v2_date_entered_${entered}`, instant);
  results.set("hs_v2_date_entered_current_stage", instant);
  const became = `hs_lifecyclestage_${entered}_date`;
  if (after[became] === undefined) results.set(became, instant);
}

/** Chances of winning that HubSpot gives the stages of its default pipeline. */
const probabilities: Readonly<Record<string, number>> = {
  appointmentscheduled: 0.2,
  qualifiedtobuy: 0.4,
  presentationscheduled: 0.6,
  decisionmakerboughtin: 0.8,
  contractsent: 0.9,
  closedwon: 1,
  closedlost: 0,
};

function calculateDeal(results: Map<string, string>, after: Values): void {
  const stage = after["dealstage"] ?? "";
  const amount = after["amount"] ?? "";
  const won = stage === "closedwon";
  results.set("amount_in_home_currency", amount);
  results.set("hs_is_closed", String(won || stage === "closedlost"));
  results.set("hs_is_closed_won", String(won));
  results.set("hs_closed_amount", won ? amount : "0");
  results.set("hs_deal_stage_probability", String(probabilities[stage] ?? ""));
}
