import { z } from "zod";
import { noDeliveryFaults } from "../../webhooks/disturb.ts";
import type { Webhooks } from "../../webhooks/open-webhooks.ts";
import { parseBody } from "../parse-body.ts";
import type { Answer } from "../route.ts";
import type { ControlCall, ControlRoute } from "./control-route.ts";

const chance = z.number().min(0).max(1).optional();
const faultsBody = z.strictObject({
  duplicated: chance,
  delayed: chance,
  delayMs: z.number().int().min(0).optional(),
  lost: chance,
  shuffled: z.boolean().optional(),
});

/** `/sandbox/deliveries`: webhooks on their way, and what disturbs them there. */
export function webhookControls(webhooks: Webhooks | undefined): readonly ControlRoute[] {
  return [
    { method: "get", path: "/deliveries", run: list },
    { method: "get", path: "/deliveries/faults", run: show },
    { method: "patch", path: "/deliveries/faults", run: change },
  ];

  function list(): Answer {
    return { status: 200, body: { results: webhooks?.deliverer.recent() ?? [] } };
  }

  function show(): Answer {
    return { status: 200, body: webhooks?.disturbance.faults() ?? noDeliveryFaults };
  }

  function change({ text }: ControlCall): Answer {
    const given = Object.entries(parseBody(text, faultsBody)).filter(([, v]) => v !== undefined);
    webhooks?.disturbance.change(Object.fromEntries(given));
    return show();
  }
}
