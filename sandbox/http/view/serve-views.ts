import type { Express } from "express";
import { z } from "zod";
import { Problem } from "../../portal/problem.ts";
import type { Parts } from "../app.ts";
import { readParams, readQuery } from "../mount.ts";
import { clockPage, limitPage } from "./clock-view.ts";
import { deliveryList, deliveryPage } from "./delivery-views.ts";
import { faultPage, offeredFaults } from "./fault-view.ts";
import { viewRoot } from "./layout.ts";
import { findAddress, recordList, recordPage } from "./record-views.ts";
import { serveSwitches } from "./serve-switches.ts";
import { switchPage } from "./switch-view.ts";
import { attempt, takeForm } from "./take-form.ts";

const chance = z.coerce.number().min(0).max(1);
const disturbanceForm = z.strictObject({
  duplicated: chance,
  delayed: chance,
  delayMs: z.coerce.number().int().min(0),
  lost: chance,
  shuffled: z.stringbool(),
});
const faultForm = z.strictObject({
  fault: z.string().transform((name) => offeredFaults[name]),
  method: z.string(),
  path: z.string().min(1),
  chance,
  count: z.union([z.literal("").transform(() => undefined), z.coerce.number().int().min(1)]),
});
const clockForm = z.strictObject({
  advanceMs: z.coerce.number().int().min(0).default(0),
  speed: z.coerce.number().positive().optional(),
  frozen: z.stringbool().optional(),
});

/** Pages to look at the sandbox and to set it, for people; scripts use `/sandbox` itself. */
export function serveViews(app: Express, parts: Parts): void {
  const { portal, webhooks, faults, clock, limits } = parts;
  show("/records/:type", ["from"], ({ params, query }) =>
    recordList(portal, params["type"] ?? "", Number(query["from"]?.[0] ?? 0)),
  );
  app.get(`${viewRoot}/records/:type/find`, (request, response) => {
    attempt(response, () => {
      const { id: [id = ""] = [] } = readQuery(request, { query: ["id"] });
      response.redirect(303, findAddress(portal, readParams(request)["type"] ?? "", id));
    });
  });
  show("/records/:type/:id", [], ({ params }) =>
    recordPage(portal, params["type"] ?? "", params["id"] ?? ""),
  );
  show("/deliveries", [], () => deliveryList(webhooks));
  show("/deliveries/:id", [], ({ params }) => deliveryPage(webhooks, Number(params["id"])));
  show("/faults", [], () => faultPage(faults));
  show("/clock", [], () => clockPage(clock));
  show("/limits", [], () => limitPage(limits));
  show("/switches", [], () => switchPage(portal));
  serveSwitches(app, portal);
  takeForm(app, "/deliveries", (fields) => {
    webhooks?.disturbance.change(disturbanceForm.parse(fields));
    return `${viewRoot}/deliveries`;
  });
  takeForm(app, "/clock", (fields) => {
    const { advanceMs, speed, frozen } = clockForm.parse(fields);
    clock.change({ now: clock.now() + advanceMs, speed, frozen });
    return `${viewRoot}/clock`;
  });
  takeForm(app, "/faults", (fields) => {
    const { fault, method, ...rule } = faultForm.parse(fields);
    if (fault === undefined) throw Problem.validation("There is no such fault");
    const callers = "app" as const;
    const wanted = method === "" ? undefined : method;
    faults.add({ ...rule, fault, method: wanted, callers, nth: 1, seed: 1 });
    return `${viewRoot}/faults`;
  });
  takeForm(app, "/faults/:id/remove", (_, { id }) => {
    faults.remove(Number(id));
    return `${viewRoot}/faults`;
  });

  type Asked = {
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, readonly string[]>>;
  };

  function show(path: string, query: readonly string[], html: (asked: Asked) => string): void {
    app.get(`${viewRoot}${path}`, (request, response) => {
      attempt(response, () => {
        const asked = { params: readParams(request), query: readQuery(request, { query }) };
        response.type("html").send(html(asked));
      });
    });
  }
}
