import { noteActivity } from "./activity-traces.ts";
import { followDeal } from "./deal-stages.ts";
import type { Portal } from "./portal.ts";

/** Lets the portal do what HubSpot does by itself when records change. */
export function startAutomations(portal: Portal): void {
  portal.onChange((change) => {
    noteActivity(portal, change);
    if (portal.switches.dealsMoveLifecycleStages) followDeal(portal, change);
  });
}
