import type { Express, Request, Response, NextFunction } from "express";
import { z } from "zod";
import { isInstalled } from "../oauth/oauth-book.ts";
import { receiveEmailReply } from "../portal/email-reply.ts";
import { addOccurrence } from "../portal/event-occurrences.ts";
import { submitForm } from "../portal/form-submission.ts";
import { objectTypeIds, objectTypes } from "../portal/object-type.ts";
import { profileOf } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { Parts } from "./app.ts";
import { accountControls } from "./control/account-controls.ts";
import { clockControls } from "./control/clock-controls.ts";
import { mountControls, type ControlCall } from "./control/control-route.ts";
import { faultControls } from "./control/fault-controls.ts";
import { instant } from "./control/instant.ts";
import { limitControls } from "./control/limit-controls.ts";
import { switchControls } from "./control/switch-controls.ts";
import { webhookControls } from "./control/webhook-controls.ts";
import { serveWorkflowActions } from "./control/workflow-action-control.ts";
import { respond } from "./mount.ts";
import { parseBody } from "./parse-body.ts";
import { recordView } from "./record-view.ts";
import type { Answer } from "./route.ts";
import { serveViews } from "./view/serve-views.ts";

const formBody = z.strictObject({
  email: z.string(),
  formName: z.string().min(1),
  pageTitle: z.string().min(1),
  values: z.record(z.string(), z.string()).default({}),
  submittedAt: instant.optional(),
});

const replyBody = z.strictObject({ contactId: z.coerce.string(), at: instant.optional() });

const occurrenceBody = z.strictObject({
  contactId: z.coerce.string(),
  eventType: z.string().min(1),
  at: instant.optional(),
  properties: z.record(z.string(), z.string()).default({}),
});

/** What people and HubSpot itself do, as requests to this machine only; nothing here is HubSpot's. */
export function serveControls(app: Express, parts: Parts): void {
  const { portal, book, webhooks, clock, faults, limits } = parts;
  app.use("/sandbox", requireLoopback, refuseOtherSites);
  serveViews(app, parts);
  serveWorkflowActions(app, parts);
  mountControls(app, [
    { method: "post", path: "/form-submissions", run: sendForm },
    { method: "post", path: "/email-replies", run: reply },
    { method: "post", path: "/event-occurrences", run: occur },
    { method: "get", path: "/state", run: state },
    ...clockControls(clock),
    ...faultControls(faults),
    ...webhookControls(webhooks),
    ...limitControls(limits),
    ...switchControls(portal),
    ...accountControls(portal),
  ]);

  function sendForm({ text }: ControlCall): Answer {
    const contact = submitForm(portal, parseBody(text, formBody));
    return { status: 200, body: recordView(portal, contact, { properties: shown }) };
  }

  function reply({ text }: ControlCall): Answer {
    const contact = receiveEmailReply(portal, parseBody(text, replyBody));
    return { status: 200, body: recordView(portal, contact, { properties: shown }) };
  }

  function occur({ text }: ControlCall): Answer {
    const { contactId: id, at = portal.now(), ...what } = parseBody(text, occurrenceBody);
    const who = { type: "0-1", id } as const;
    return { status: 201, body: addOccurrence(portal, { ...what, who, occurredAt: at }) };
  }

  function state(): Answer {
    const records = objectTypeIds.map((type) => [
      objectTypes[type].plural,
      portal.shelves[type].size(),
    ]);
    const waiting = webhooks?.deliverer.recent().filter(({ status }) => status === "waiting") ?? [];
    return {
      status: 200,
      body: {
        ...profileOf(portal),
        app: { name: book.app.name, appId: book.app.appId, installed: isInstalled(book) },
        records: Object.fromEntries(records),
        owners: portal.owners.size(),
        customProperties: portal.properties.size(),
        subscriptions: book.app.webhooks?.subscriptions.length ?? 0,
        deliveriesWaiting: waiting.length,
        now: new Date(portal.now()).toISOString(),
        memory: {
          rssMb: Math.round(process.memoryUsage.rss() / 1e6),
          peakMb: Math.round(process.resourceUsage().maxRSS / 1e3),
        },
      },
    };
  }
}

const shown = [
  "email",
  "firstname",
  "lastname",
  "recent_conversion_event_name",
  "recent_conversion_date",
  "num_conversion_events",
  "associatedcompanyid",
  "hs_sales_email_last_replied",
];

function requireLoopback(request: Request, response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? "";
  if (/^(127\.|::1$|::ffff:127\.)/.test(address)) return next();
  respond(response, () => {
    throw new Problem(403, { message: "Only this machine may use /sandbox.", category: "SANDBOX" });
  });
}

/** A page of another site that is open in the same browser must not set the sandbox. */
function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (request.header("sec-fetch-site") !== "cross-site") return next();
  respond(response, () => {
    throw new Problem(403, { message: "Other sites may not use /sandbox.", category: "SANDBOX" });
  });
}
