import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { lackedScopes } from "../switches.ts";
import { param, type Answer, type Call, type Route } from "./route.ts";
import { typeOf } from "./object-routes.ts";

/** Which objects an account has switched on; below `/crm/object-library/<version>`. */
export function libraryRoutes(portal: Portal): readonly Route[] {
  return [
    { method: "get", path: "/enablement", run: list },
    { method: "get", path: "/enablement/:type", run: get },
  ];

  function list(): Answer {
    return { status: 200, body: { enablementByObjectTypeId: { "0-136": hasLeads() } } };
  }

  function get(call: Call): Answer {
    if (typeOf(call) === "0-136") return { status: 200, body: { enablement: hasLeads() } };
    throw Problem.unsupported(`Objects of type ${param(call, "type")} can't be switched on or off`);
  }

  /** An account has leads when it has bought what their scope stands for. */
  function hasLeads(): boolean {
    return !lackedScopes(portal.switches).includes("crm.objects.leads.read");
  }
}
