import type { Portal } from "../../portal/portal.ts";
import { parseBody } from "../parse-body.ts";
import type { Answer } from "../route.ts";
import type { ControlCall, ControlRoute } from "./control-route.ts";
import { switchChangesBody } from "./switch-changes.ts";

/** `/sandbox/switches`: which of two doubtful behaviours the sandbox has, from now on. */
export function switchControls(portal: Portal): readonly ControlRoute[] {
  return [
    { method: "get", path: "/switches", run: show },
    { method: "patch", path: "/switches", run: change },
  ];

  function change({ text }: ControlCall): Answer {
    portal.changeSwitches(parseBody(text, switchChangesBody));
    return show();
  }

  function show(): Answer {
    return { status: 200, body: portal.switches };
  }
}
