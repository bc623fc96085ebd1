import { createHmac, randomUUID } from "node:crypto";
import type { Express } from "express";
import supertest from "supertest";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import type { SettingsAnswer } from "../../../src/view/settings-view.ts";
import { readConfig } from "../../../server/config.ts";
import type { Services } from "../../../server/context.ts";
import { createApp } from "../../../server/http/app.ts";
import type { Gateway } from "../../../server/hubspot/crm.ts";
import { createLog } from "../../../server/log.ts";
import { createMetrics } from "../../../server/metrics.ts";
import type { Store } from "../../../server/store/open.ts";
import { publishPlaybook } from "../../../server/store/playbooks.ts";
import { connectPortal, setPortal } from "../../../server/store/portals.ts";

const portalId = "42";
const publicBaseUrl = "https://app.example";
const clientSecret = "test-secret";
export const startedAt = Date.parse("2026-03-02T15:00:00Z");

type Options = {
  readonly playbook?: Partial<Playbook>;
  readonly approvedFrom?: number | null;
  readonly gateway?: Partial<Gateway>;
};

/** A newly connected portal whose settings are asked for over signed requests, in a real database. */
export async function openDesk({ db }: Store, options: Options = {}) {
  await empty(db);
  let time = startedAt;
  const rung: string[] = [];
  const services: Services = {
    db,
    log: createLog("silent"),
    metrics: createMetrics(),
    now: () => time,
    isStopping: () => false,
    bell: {
      ring: async (portal, lane) => void rung.push(`${portal} ${lane}`),
      close: async () => {},
    },
    gatewayFor: () => options.gateway as Gateway,
  };
  const config = readConfig({
    PUBLIC_BASE_URL: publicBaseUrl,
    HUBSPOT_CLIENT_ID: "id",
    HUBSPOT_CLIENT_SECRET: clientSecret,
  });
  const app = createApp(services, config, {
    seal: (text) => text,
    exchangeCode: async () => {
      throw new Error("Nobody installs here");
    },
  });
  await connect(services, options);
  const as = (userId: string) => asUser(app, userId, () => time);
  return {
    db,
    services,
    portalId,
    /** Bells that rang. */
    rung,
    pass: (ms: number) => void (time += ms),
    as,
  };
}

async function empty(db: Store["db"]): Promise<void> {
  const tables = [
    "portals",
    "playbooks",
    "approvals",
    "drafts",
    "draft_approvals",
    "outbox",
    "last_events",
  ] as const;
  for (const table of tables) await db.deleteFrom(table).execute();
}

async function connect({ db, now }: Services, { playbook, approvedFrom = null }: Options) {
  await db.transaction().execute(async (trx) => {
    await connectPortal(
      trx,
      {
        portal_id: portalId,
        access_token: "a",
        refresh_token: "r",
        access_expires_at: now() + 1_800_000,
        time_zone: "UTC",
        utc_offset_minutes: 0,
        installed_by: "1",
        scopes: ["oauth"],
      },
      { now: now(), offersFrom: approvedFrom },
    );
    await setPortal(trx, portalId, { state: "connected" });
    const document = { ...hybridPlaybook, ...playbook };
    const imprint = { now: now(), isAgreed: approvedFrom !== null };
    await publishPlaybook(trx, portalId, document, imprint);
  });
}

type Method = "get" | "post";

/** Requests as HubSpot's proxy sends them for one user. */
function asUser(app: Express, userId: string, now: () => number) {
  async function ask<T = SettingsAnswer>(method: Method, path: string, json?: object) {
    const joint = path.includes("?") ? "&" : "?";
    const email = `user${userId}@vendor.example`;
    const query = `${joint}userId=${userId}&portalId=${portalId}&userEmail=${email}&appId=7`;
    const body = json === undefined ? "" : JSON.stringify(json);
    const timestamp = String(now());
    const signature = createHmac("sha256", clientSecret)
      .update(method.toUpperCase() + publicBaseUrl + path + query + body + timestamp)
      .digest("base64");
    const request = supertest(app)
      [method](path + query)
      .set("content-type", "application/json")
      .set("x-hubspot-signature-v3", signature)
      .set("x-hubspot-request-timestamp", timestamp);
    const response = await (body === "" ? request : request.send(body));
    return { status: response.status, body: response.body as T & { title?: string } };
  }
  const read = async () => (await ask("get", "/api/settings")).body;
  const begin = async (from: object = { kind: "in_force" }) => {
    const { draftRevision: revision } = await read();
    const key = randomUUID();
    return ask("post", "/api/settings/draft", { key, revision, from });
  };
  const approve = async (side: "marketing" | "sales") => {
    const of = { kind: "draft", revision: (await read()).draftRevision };
    return ask<object>("post", "/api/settings/approvals", { key: randomUUID(), side, of });
  };
  return {
    ask,
    read,
    begin,
    approve,
    /** Changes the draft as it is now. */
    edit: async (change: (document: Playbook) => Playbook) => {
      const { draft } = await read();
      if (draft === null) throw new Error("There is no draft");
      const { revision } = draft;
      return ask("post", "/api/settings/draft/document", {
        revision,
        document: change(draft.document),
      });
    },
    publish: async (note = "") => {
      const { draftRevision: revision } = await read();
      const asked = { key: randomUUID(), revision, note };
      return ask<{ version: number }>("post", "/api/settings/publications", asked);
    },
  };
}

/** A playbook in which fit asks for so many points. */
export function fitOf(minimum: number) {
  return (playbook: Playbook): Playbook => ({ ...playbook, fit: { ...playbook.fit, minimum } });
}
