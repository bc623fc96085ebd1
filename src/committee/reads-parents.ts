import type { Playbook } from "../playbook/playbook.ts";

/** Whether people of parent companies count anywhere in this playbook. */
export function readsParents({ committee }: Playbook): boolean {
  return committee.templates.some(({ includesParent }) => includesParent);
}
