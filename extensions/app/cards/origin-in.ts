import type { CrmContext } from "@hubspot/ui-extensions";

/** Where the server is, from the project's profile; undefined when it was uploaded without one. */
export function originIn({ variables }: Pick<CrmContext, "variables">): string | undefined {
  const origin = variables?.["API_ORIGIN"];
  return origin === undefined ? undefined : String(origin);
}
