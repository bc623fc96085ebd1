import type { Status } from "../decision.ts";
import type { Tone } from "./card-view.ts";

export const statusTones: Readonly<Record<Status, Tone>> = {
  nurture: "default",
  hold: "warning",
  mql: "info",
  sql: "success",
  recycled: "default",
  disqualified: "danger",
  customer: "success",
};
