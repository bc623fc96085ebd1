import { linksOf } from "./associations.ts";
import type { Change, RecordRef } from "./change.ts";
import { definitionOf } from "./definitions.ts";
import { commit, draftUpdate } from "./objects.ts";
import { stageOf } from "./pipeline.ts";
import type { Portal } from "./portal.ts";

/** Moves people and companies on when a deal of theirs is made or won, as HubSpot's settings may. */
export function followDeal(portal: Portal, change: Change): void {
  const deal = dealOf(change);
  const record = deal === undefined ? undefined : portal.shelves["0-3"].get(deal.id);
  if (deal === undefined || record === undefined || record.archivedAt !== undefined) return;
  const { isClosed, probability } = stageOf(portal, "0-3", record.values)?.metadata ?? {};
  const won = isClosed === "true" && Number(probability) === 1;
  if (isClosed === "true" && !won) return;
  for (const type of ["0-1", "0-2"] as const) {
    for (const { to } of linksOf(portal, deal, type)) {
      moveOn(portal, to, { stage: won ? "customer" : "opportunity", at: change.at });
    }
  }
}

function dealOf(change: Change): RecordRef | undefined {
  if (change.kind === "propertyChanged") {
    return change.record.type === "0-3" && change.name === "dealstage" ? change.record : undefined;
  }
  if (change.kind !== "associationChanged" || change.removed) return undefined;
  return change.from.type === "0-3" ? change.from : undefined;
}

function moveOn(
  portal: Portal,
  { type, id }: RecordRef,
  { stage, at }: { readonly stage: string; readonly at: number },
): void {
  const record = portal.shelves[type].get(id);
  const stages = definitionOf(portal, type, "lifecyclestage")?.options ?? [];
  const order = (name: string | undefined) => stages.findIndex(({ value }) => value === name);
  if (record === undefined || order(record.values["lifecyclestage"]) >= order(stage)) return;
  const draft = draftUpdate(portal, record, {
    raw: { lifecyclestage: stage },
    write: { source: { type: "DEALS", id: "" }, at, authority: "portal" },
  });
  commit(portal, draft);
}
