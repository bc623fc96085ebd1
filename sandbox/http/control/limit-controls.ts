import type { Limits } from "../../limits/limits.ts";
import type { ControlRoute } from "./control-route.ts";

/** `/sandbox/limits`: how much of each of HubSpot's limits is left. */
export function limitControls(limits: Limits): readonly ControlRoute[] {
  const show = () => ({ status: 200, body: { results: limits.state() } });
  return [{ method: "get", path: "/limits", run: show }];
}
