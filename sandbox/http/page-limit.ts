import { Problem } from "../portal/problem.ts";
import { queryValue, type Call } from "./route.ts";

/** How many results a page shall have, as the query says. */
export function pageLimit(
  call: Call,
  { standard, most }: { readonly standard: number; readonly most: number },
): number {
  const limit = Number(queryValue(call, "limit") ?? standard);
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw Problem.validation(`limit must be a number from 1 to ${most}`);
}
