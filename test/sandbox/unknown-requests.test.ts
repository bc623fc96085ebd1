import { apiRoutes, type Mounted } from "../../sandbox/http/api-routes.ts";
import type { Parts } from "../../sandbox/http/app.ts";
import { journalApiRoutes } from "../../sandbox/http/event-journal/serve-journal.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, call, connect, form, seeded, start } from "./sandbox-under-test.ts";

/** Values for the names in paths that lead somewhere; others may be anything. */
const known: Readonly<Record<string, string>> = {
  type: "contacts",
  from: "contacts",
  to: "companies",
  id: seeded.cio,
  toId: seeded.hospital,
  pipelineId: "default",
  stageId: "closedwon",
  ruleType: "MAX_LENGTH",
  name: "city",
};
/** Requests to these have no body in HubSpot's contract. */
const bodiless = ["/:type/:id/associations/default/:to/:toId", "/:importId/cancel"];
/** These take a list, of which each element is closed. */
const lists = ["/:type/:id/associations/:to/:toId"];

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ switches: { accountTier: "enterprise", associationsAreLimited: false } });
  await call(sandbox, "/sandbox/clock", { speed: 1_000_000 }, { method: "PATCH" });
});

afterAll(() => sandbox.close());

type Request = { readonly method: string; readonly path: string; readonly pattern: string };

function requestsOf(mounted: readonly Mounted[]): readonly Request[] {
  return mounted.flatMap(({ roots, routes }) =>
    roots.flatMap((root) =>
      routes.map(({ method, path: pattern }) => ({
        method: method.toUpperCase(),
        pattern,
        path: `${root}${pattern.replace(/:(\w+)/g, (_, name: string) => known[name] ?? "1")}`,
      })),
    ),
  );
}

// The routes are only looked at, not run: what they work on need not be there.
const accountParts = () => ({ portal: sandbox.portal }) as Parts;
const journalParts = () => ({ portal: sandbox.portal, journal: {} }) as Parts;

async function refusals(requests: readonly Request[], token: string, send: "query" | "body") {
  const answers: string[] = [];
  for (const { method, path, pattern } of requests) {
    const list = lists.includes(pattern) && method === "PUT";
    // What kind of journal subscription it is decides which fields there are.
    const kind = path.includes("/subscriptions/") && { subscriptionType: "OBJECT" };
    const unknown = list ? [{ no_such: 1 }] : { ...kind, no_such: 1 };
    const reply =
      send === "query"
        ? await call(sandbox, `${path}?no_such=1`, undefined, { method, token })
        : await call(sandbox, path, unknown, { method, token });
    if (reply.status !== 501) answers.push(`${method} ${path}: ${reply.status}`);
  }
  return answers;
}

function withBody(requests: readonly Request[]): readonly Request[] {
  return requests.filter(
    ({ method, pattern }) =>
      ["POST", "PUT", "PATCH"].includes(method) && !bodiless.includes(pattern),
  );
}

async function appToken(): Promise<string> {
  // The token would not outlive the test at the pace that keeps limits away from the others.
  await call(sandbox, "/sandbox/clock", { speed: 100 }, { method: "PATCH" });
  await connect(sandbox);
  const kinds = [
    "read",
    "subscriptions.read",
    "subscriptions.write",
    "snapshots.read",
    "snapshots.write",
  ];
  const reply = await form(sandbox, "/oauth/2026-09/token", {
    grant_type: "client_credentials",
    client_id: anApp().clientId,
    client_secret: anApp().clientSecret,
    scope: kinds.map((kind) => `developer.webhooks_journal.${kind}`).join(" "),
  });
  return String(reply.field("access_token"));
}

test("every route of every version refuses a query parameter it does not know with 501", async () => {
  const requests = requestsOf(apiRoutes(accountParts()));

  expect(requests.length).toBeGreaterThan(200);
  expect(await refusals(requests, "sandbox-admin", "query")).toEqual([]);
});

test("every route that takes a body refuses a field it does not know with 501", async () => {
  const requests = withBody(requestsOf(apiRoutes(accountParts())));

  expect(requests.length).toBeGreaterThan(100);
  expect(await refusals(requests, "sandbox-admin", "body")).toEqual([]);
});

test("so does the journal, for parameters and for fields", async () => {
  const token = await appToken();
  const requests = requestsOf(journalApiRoutes(journalParts()));

  expect(await refusals(requests, token, "query")).toEqual([]);
  expect(await refusals(withBody(requests), token, "body")).toEqual([]);
});

test.each(["/oauth/2026-09/token", "/oauth/v3/token/introspect", "/oauth/2026-03/token/revoke"])(
  "%s refuses a field it does not know",
  async (path) => {
    const reply = await form(sandbox, path, { grant_type: "refresh_token", no_such: "1" });

    expect([reply.status, reply.field("category")]).toEqual([501, "SANDBOX_UNSUPPORTED"]);
  },
);

test.each([
  "/crm/objects/2026-09/contacts/1/timeline",
  "/crm/lists/2026-09",
  "/crm/objects/2025-09/contacts",
  "/automation/v4/flows",
  "/favicon.ico",
])("the path %s is refused with 501", async (path) => {
  expect((await call(sandbox, path)).status).toBe(501);
});
