import type { Link } from "../portal/links.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { linkView } from "./association-view.ts";

const mostLinks = 500;

/** One page of a record's links, and where the next one starts. */
export function linkPage(
  portal: Portal,
  links: readonly Link[],
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
) {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostLinks) {
    throw Problem.validation(`limit must be a number from 1 to ${mostLinks}`);
  }
  const start = Number(after ?? 0);
  const rest = links.filter((link) => Number(link.to.id) >= start);
  const next = rest[limit];
  return {
    results: rest.slice(0, limit).map((link) => linkView(portal, link)),
    ...(next === undefined ? {} : { paging: { next: { after: next.to.id } } }),
  };
}
