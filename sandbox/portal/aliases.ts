import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";

/** The id a record has now: a merge gives it a new one, and the ids before it lead there. */
export function currentId(portal: Portal, type: ObjectTypeId, id: string): string {
  const next = portal.aliases.get(`${type}/${id}`);
  return next === undefined ? id : currentId(portal, type, next);
}

/** Whether a record of that id was there and is now part of another. */
export function isMergedAway(portal: Portal, type: ObjectTypeId, id: string): boolean {
  return portal.aliases.get(`${type}/${id}`) !== undefined;
}
