import { z } from "zod";
import type { Clock } from "../../clock/clock.ts";
import { Problem } from "../../portal/problem.ts";
import { parseBody } from "../parse-body.ts";
import type { Answer } from "../route.ts";
import type { ControlCall, ControlRoute } from "./control-route.ts";
import { instant } from "./instant.ts";

const fastest = 1_000_000;
const clockBody = z.strictObject({
  now: instant.optional(),
  advanceMs: z.number().int().min(0).optional(),
  speed: z.number().positive().max(fastest).optional(),
  frozen: z.boolean().optional(),
});

/** `/sandbox/clock`: what time it is in the sandbox, and how fast it passes. */
export function clockControls(clock: Clock): readonly ControlRoute[] {
  return [
    { method: "get", path: "/clock", run: show },
    { method: "patch", path: "/clock", run: change },
  ];

  function change({ text }: ControlCall): Answer {
    const { now = clock.now(), advanceMs = 0, speed, frozen } = parseBody(text, clockBody);
    const next = now + advanceMs;
    if (next < clock.now()) {
      throw Problem.validation(
        `It is ${new Date(clock.now()).toISOString()}: the clock does not run backwards`,
      );
    }
    clock.change({ now: next, speed, frozen });
    return show();
  }

  function show(): Answer {
    const { now, speed, frozen } = clock.state();
    return { status: 200, body: { now: new Date(now).toISOString(), speed, frozen } };
  }
}
