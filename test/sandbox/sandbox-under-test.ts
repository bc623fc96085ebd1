import { Client } from "@hubspot/api-client";
import type { AppRegistration } from "../../sandbox/project/app-registration.ts";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../sandbox/start-sandbox.ts";
import type { SeedPortal } from "../../sandbox/seed/seed-portal.ts";

export const portalId = 4_711;
export const startOfTest = Date.UTC(2026, 10, 2, 9, 0, 0);

/** A clock that stands still until it is moved. */
export function testClock(): { now: () => number; pass: (ms: number) => void } {
  let time = startOfTest;
  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
  };
}

export const allScopes = [
  "crm.objects.companies.read",
  "crm.objects.companies.write",
  "crm.objects.contacts.read",
  "crm.objects.contacts.write",
  "crm.objects.deals.read",
  "crm.objects.deals.write",
  "crm.objects.owners.read",
  "crm.schemas.contacts.read",
  "crm.schemas.contacts.write",
  "oauth",
];

export function anApp(changes: Partial<AppRegistration> = {}): AppRegistration {
  return {
    name: "Trial app",
    appId: 1_000_001,
    clientId: "client-1",
    clientSecret: "secret-1",
    redirectUrls: ["http://localhost:3000/oauth/callback"],
    requiredScopes: allScopes,
    optionalScopes: ["crm.lists.read"],
    ...changes,
  };
}

export function aSeed(changes: Partial<SeedPortal> = {}): SeedPortal {
  return {
    portalId,
    companyName: "Northwind Care",
    timeZone: "America/New_York",
    owners: [
      {
        id: "51",
        userId: 9_051,
        email: "Rae@northwind.example",
        firstName: "Rae",
        lastName: "Owen",
      },
      { id: "52", userId: 9_052, email: "jo@northwind.example", firstName: "Jo", lastName: "Park" },
    ],
    properties: [
      {
        objectType: "contacts",
        name: "npi_number",
        label: "NPI",
        type: "string",
        fieldType: "text",
      },
    ],
    companies: [
      {
        key: "hospital",
        createdAt: "2026-01-05T08:00:00.000Z",
        properties: {
          name: "Mercy Hospital",
          domain: "mercy.example",
          industry: "HOSPITAL_HEALTH_CARE",
        },
      },
    ],
    contacts: [
      {
        key: "cio",
        company: "hospital",
        createdAt: "2026-01-06T08:00:00.000Z",
        properties: {
          email: "cio@mercy.example",
          firstname: "Ida",
          lastname: "Cole",
          lifecyclestage: "lead",
          hs_analytics_num_page_views: "7",
        },
      },
      {
        key: "nurse",
        createdAt: "2026-01-07T08:00:00.000Z",
        properties: {
          email: "nurse@mercy.example",
          firstname: "Noa",
          lifecyclestage: "opportunity",
        },
      },
    ],
    deals: [
      {
        key: "deal",
        company: "hospital",
        contacts: ["cio"],
        createdAt: "2026-02-01T08:00:00.000Z",
        properties: { dealname: "Beds", dealstage: "qualifiedtobuy", amount: "1000" },
      },
    ],
    ...changes,
  };
}

/** Ids the seed's records get: they are given out in order. */
export const seeded = {
  hospital: "100000000001",
  cio: "100000000002",
  nurse: "100000000003",
  deal: "100000000004",
};

export function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    app: anApp(),
    seed: () => aSeed(),
    random: () => 0.5,
    ...options,
  });
}

export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  /** What stands in the body at a path such as `results.0.id`. */
  readonly field: (path: string) => unknown;
};

/** The ids of the records a reply lists. */
export function ids(reply: Reply): readonly unknown[] {
  return (reply.field("results") as readonly { readonly id: unknown }[]).map(({ id }) => id);
}

type RequestOptions = { readonly method?: string; readonly token?: string; readonly as?: number };

/** A JSON request; as the private app with all rights unless another token is given. */
export async function call(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<Reply> {
  const { method = body === undefined ? "GET" : "POST", token = "sandbox-admin", as } = options;
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
      ...(as === undefined ? {} : { "x-sandbox-user": String(as) }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === "" ? undefined : JSON.parse(text);
  return replyOf(response, json);
}

export function sdk(sandbox: Sandbox, accessToken = "sandbox-admin"): Client {
  return new Client({ accessToken, basePath: sandbox.url });
}

/** Goes through the install as a person would and returns the app's tokens. */
export async function connect(sandbox: Sandbox, app: AppRegistration = anApp()) {
  const redirectUri = app.redirectUrls[0] ?? "";
  const code = await approve(sandbox, {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: app.requiredScopes.join(" "),
  });
  const reply = await form(sandbox, "/oauth/2026-09/token", {
    grant_type: "authorization_code",
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: redirectUri,
    code,
  });
  return {
    accessToken: String(reply.field("access_token")),
    refreshToken: String(reply.field("refresh_token")),
  };
}

/** Answers the consent page with yes and returns the code. */
export async function approve(
  sandbox: Sandbox,
  params: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth/authorize`, {
    method: "POST",
    body: new URLSearchParams({ ...params, decision: "connect" }),
    redirect: "manual",
  });
  return new URL(response.headers.get("location") ?? "").searchParams.get("code") ?? "";
}

export async function form(
  sandbox: Sandbox,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const body: unknown = await response.json();
  return replyOf(response, body);
}

export function replyOf({ status, headers }: Response, body: unknown): Reply {
  return {
    status,
    body,
    headers,
    field: (path) =>
      path
        .split(".")
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], body),
  };
}

/** Waits until something holds; fails after five seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it did not become true within five seconds");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
