import type { Portal } from "./portal.ts";

/** Somebody who can own records. Records name owners by `id`; people are named by `userId`. */
export type Owner = {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
};

/** Active owners with an id greater than `after`, and only those with an e-mail address when given. */
export function listOwners(
  portal: Portal,
  query: { readonly email?: string; readonly after?: string; readonly limit: number },
): readonly Owner[] {
  return [...portal.owners.rows()]
    .filter((owner) => query.email === undefined || owner.email === query.email.toLowerCase())
    .filter((owner) => query.after === undefined || Number(owner.id) >= Number(query.after))
    .sort((a, b) => Number(a.id) - Number(b.id))
    .slice(0, query.limit);
}

export function findOwner(portal: Portal, id: string, by: "id" | "userId"): Owner | undefined {
  if (by === "id") return portal.owners.get(id);
  return [...portal.owners.rows()].find((owner) => String(owner.userId) === id);
}
