import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { z } from "zod";
import { buildPage } from "./build-page.ts";
import { proxyFetch } from "./fetch-proxy.ts";
import { html } from "./page-html.ts";
import { findPerson, people, type Person } from "./people.ts";
import { createPortalClient, type PortalClient, PortalError } from "./portal.ts";
import { type Extension, readExtensions } from "./read-extensions.ts";

export type PreviewSettings = {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where the app's server is, as HubSpot would reach it. */
  readonly publicBaseUrl: string;
  readonly apiBase: string;
  readonly token: string;
  readonly clientSecret: string;
  readonly appId: number;
  /** The app's folder, where its extensions are found; the app of this repository by default. */
  readonly appDir?: string;
};

const ownAppDir = fileURLToPath(new URL("../../extensions/app", import.meta.url));
const exampleEmails = [
  "dana.whitfield@lakesidefamily.example",
  "marcus.oyelaran@stbrendan.example",
  "priya.raman@northgatecardiology.example",
];

const recordType = z.enum(["contacts", "deals"]);
const record = z.object({ type: recordType, id: z.string().regex(/^\d{1,20}$/) });
const listing = z.object({ q: z.string().default(""), status: z.string().default("") });
const reading = z.object({ properties: z.string().default("") });
const change = z.object({ properties: z.record(z.string(), z.string().nullable()) });
const proxied = z.object({
  url: z.url(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  body: z.unknown().optional(),
  timeout: z.number().positive().optional(),
});

/** Builds the page and serves it on loopback: the app's extensions where HubSpot would show them. */
export async function startPreview(settings: PreviewSettings) {
  const outDir = mkdtempSync(join(tmpdir(), "medqual-preview-"));
  const extensions = readExtensions(settings.appDir ?? ownAppDir);
  await buildPage(outDir, extensions);
  const server = createPreviewApp(settings, { outDir, extensions }).listen(
    settings.port,
    "127.0.0.1",
  );
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

function createPreviewApp(
  settings: PreviewSettings,
  built: { readonly outDir: string; readonly extensions: readonly Extension[] },
): Express {
  const { publicBaseUrl, clientSecret, appId } = settings;
  const permitted = [new URL(publicBaseUrl).origin];
  const app = express();
  app.disable("x-powered-by");
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
      strictTransportSecurity: false,
    }),
  );
  app.use(onlyLocalNames);
  app.get("/", (_request, response) => void response.type("html").send(html));
  app.use(express.static(built.outDir));
  app.use(express.json({ limit: "1mb" }));
  app.get("/portal/context", async (request, response) => {
    const { portalId, timeZone } = await portalOf(settings, personOf(request)).account();
    const extensions = built.extensions.map(({ uid, name, location, objectTypes, bundle }) => ({
      uid,
      name,
      location,
      objectTypes,
      bundle,
    }));
    response.json({ portalId, timeZone, appId, apiOrigin: publicBaseUrl, people, extensions });
  });
  app.use(portalRoutes((request) => portalOf(settings, personOf(request))));
  app.post("/proxy", async (request, response) => {
    const { id: userId, email: userEmail } = personOf(request);
    const { portalId } = await portalOf(settings, personOf(request)).account();
    const viewer = { userId, userEmail, portalId, appId };
    response.json(
      await proxyFetch(proxied.parse(request.body), { viewer, clientSecret, permitted }),
    );
  });
  app.use(answerErrors);
  return app;
}

/** Whoever the page says uses it. */
function personOf(request: Request): Person {
  const named = request.get("x-preview-person");
  const person = named === undefined ? people[0] : findPerson(Number(named));
  if (!person) throw new PortalError(400, `The preview has no person ${named}.`);
  return person;
}

function portalOf({ apiBase, token }: PreviewSettings, person: Person): PortalClient {
  return createPortalClient({ apiBase, token, userId: `${person.id}` });
}

function portalRoutes(portal: (request: Request) => PortalClient) {
  return express
    .Router()
    .get("/portal/examples", async (request, response) => {
      const found = await portal(request).search("contacts", {
        text: "",
        status: "",
        emails: exampleEmails,
      });
      response.json(found);
    })
    .get("/portal/:type", async (request, response) => {
      const { q, status } = listing.parse(request.query);
      const type = recordType.parse(request.params.type);
      response.json(await portal(request).search(type, { text: q, status }));
    })
    .get("/portal/:type/properties", async (request, response) => {
      response.json(await portal(request).properties(recordType.parse(request.params.type)));
    })
    .get("/portal/:type/:id", async (request, response) => {
      const { type, id } = record.parse(request.params);
      const names = reading.parse(request.query).properties.split(",").filter(Boolean);
      response.json(await portal(request).read(type, id, names));
    })
    .patch("/portal/:type/:id", async (request, response) => {
      const { firstName, lastName, isReadOnly } = personOf(request);
      if (isReadOnly) throw new PortalError(403, `${firstName} ${lastName} may only look.`);
      const { type, id } = record.parse(request.params);
      response.json(await portal(request).change(type, id, change.parse(request.body).properties));
    });
}

/** A page elsewhere must not reach the portal by a name that it points at this machine. */
function onlyLocalNames(request: Request, response: Response, next: NextFunction): void {
  if (request.hostname === "localhost" || request.hostname === "127.0.0.1") return next();
  response.status(403).json({ message: "The preview answers on localhost only." });
}

function answerErrors(
  error: unknown,
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  if (error instanceof PortalError)
    return void response.status(error.status).json({ message: error.message });
  if (error instanceof z.ZodError)
    return void response.status(400).json({ message: z.prettifyError(error) });
  const message = error instanceof Error ? error.message : String(error);
  response.status(502).json({ message: `The portal can't be reached: ${message}` });
}
