import type { Playbook } from "./playbook.ts";

/** What one user may do with a portal's settings. */
export type Permissions = {
  readonly edit: boolean;
  readonly approve: Readonly<Record<"marketing" | "sales", boolean>>;
  readonly publish: boolean;
  readonly pause: boolean;
  readonly disconnect: boolean;
  /** Run fixes over the portal's fields, and undo them. */
  readonly fix: boolean;
};

/**
 * Who may do what, by the people that the playbook in force names: a draft can't give its author
 * rights. Where a side names no approver, anybody may approve for it, and so edit; where nobody is
 * admin, the one who installed the app is. An empty user id may nothing.
 */
export function permissionsOf(
  { people }: Pick<Playbook, "people">,
  installedBy: string | null,
  userId: string,
): Permissions {
  const installer = installedBy === null ? [] : [installedBy];
  const admins = people.admins.length > 0 ? people.admins : installer;
  const isSomebody = userId !== "";
  const isAdmin = isSomebody && admins.includes(userId);
  const approves = (side: "marketing" | "sales") => {
    const named = people.approvers[side];
    return isSomebody && (named.length === 0 || named.includes(userId));
  };
  const approve = { marketing: approves("marketing"), sales: approves("sales") };
  const edit = isAdmin || approve.marketing || approve.sales;
  return { edit, approve, publish: edit, pause: edit, disconnect: isAdmin, fix: isAdmin };
}
