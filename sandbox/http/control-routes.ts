import type { Express, Request, Response, NextFunction } from "express";
import { z } from "zod";
import { isInstalled, type OAuthBook } from "../oauth/oauth-book.ts";
import { receiveEmailReply } from "../portal/email-reply.ts";
import { submitForm } from "../portal/form-submission.ts";
import { objectTypeIds, objectTypes } from "../portal/object-type.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { Deliverer } from "../webhooks/deliverer.ts";
import { bodyText, respond } from "./mount.ts";
import { parseBody } from "./parse-body.ts";
import { recordView } from "./record-view.ts";
import type { Answer } from "./route.ts";

const instant = z.union([
  z.number().int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

const formBody = z.strictObject({
  email: z.string(),
  formName: z.string().min(1),
  pageTitle: z.string().min(1),
  values: z.record(z.string(), z.string()).default({}),
  submittedAt: instant.optional(),
});

const replyBody = z.strictObject({ contactId: z.coerce.string(), at: instant.optional() });

/** What people and HubSpot itself do, as requests to this machine only; nothing here is HubSpot's. */
export function serveControls(
  app: Express,
  parts: {
    readonly portal: Portal;
    readonly book: OAuthBook;
    readonly deliverer: Deliverer | undefined;
  },
): void {
  const { portal, book, deliverer } = parts;
  app.use("/sandbox", requireLoopback);
  app.post("/sandbox/form-submissions", (request, response) => {
    respond(response, () => {
      const form = parseBody(bodyText(request), formBody);
      return {
        status: 200,
        body: recordView(portal, submitForm(portal, form), { properties: shown }),
      };
    });
  });
  app.post("/sandbox/email-replies", (request, response) => {
    respond(response, () => {
      const contact = receiveEmailReply(portal, parseBody(bodyText(request), replyBody));
      return { status: 200, body: recordView(portal, contact, { properties: shown }) };
    });
  });
  app.get("/sandbox/deliveries", (_request, response) => respond(response, deliveries));
  app.get("/sandbox/state", (_request, response) => respond(response, state));

  function deliveries(): Answer {
    return { status: 200, body: { results: deliverer?.recent() ?? [] } };
  }

  function state(): Answer {
    const records = objectTypeIds.map((type) => [
      objectTypes[type].plural,
      portal.shelves[type].size(),
    ]);
    const waiting = deliverer?.recent().filter(({ status }) => status === "waiting") ?? [];
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
