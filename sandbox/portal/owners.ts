import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

/** Somebody who can own records. Records name owners by `id`; people are named by `userId`. */
export type Owner = {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Set when the person left: nothing new can be theirs, what was theirs stays so. */
  readonly archived?: boolean;
};

type OwnerQuery = {
  readonly email?: string;
  readonly after?: string;
  readonly archived?: boolean;
  readonly limit: number;
};

/** Owners with an id not less than `after`, and only those with an e-mail address when given. */
export function listOwners(portal: Portal, query: OwnerQuery): readonly Owner[] {
  return [...portal.owners.rows()]
    .filter(({ archived = false }) => archived === (query.archived ?? false))
    .filter((owner) => query.email === undefined || owner.email === query.email.toLowerCase())
    .filter((owner) => query.after === undefined || Number(owner.id) >= Number(query.after))
    .sort((a, b) => Number(a.id) - Number(b.id))
    .slice(0, query.limit);
}

export function findOwner(portal: Portal, id: string, by: "id" | "userId"): Owner | undefined {
  if (by === "id") return portal.owners.get(id);
  return [...portal.owners.rows()].find((owner) => String(owner.userId) === id);
}

/** Somebody leaves the company, or comes back. */
export function setOwnerArchived(portal: Portal, id: string, archived: boolean): Owner {
  const owner = portal.owners.get(id);
  if (owner === undefined) throw Problem.recordNotFound(id);
  const changed = { ...owner, archived };
  portal.owners.set(id, changed);
  return changed;
}
