import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, call, connect, seeded, start, until } from "./sandbox-under-test.ts";
import { receiver, subscribedTo, type Receiver } from "./webhook-receiver.ts";

const contact = `/crm/objects/2026-09/contacts/${seeded.cio}`;
let sandbox: Sandbox;
let target: Receiver;

beforeAll(async () => {
  target = await receiver();
  const subscriptions = {
    legacyCrmObjects: [
      { subscriptionType: "contact.propertyChange", propertyName: "jobtitle", active: true },
    ],
  };
  const app = anApp({ webhooks: subscribedTo(target.url, subscriptions) });
  sandbox = await start({ app });
  const { accessToken: token } = await connect(sandbox, app);
  target.answers.push(503);
  for (const jobtitle of ["CIO", "<b>Chief</b>"]) {
    await call(sandbox, contact, { properties: { jobtitle } }, { method: "PATCH", token });
  }
  await until(() => target.requests.length > 0);
});

afterAll(async () => {
  await sandbox.close();
  await target.close();
});

async function look(path: string) {
  const response = await fetch(`${sandbox.url}${path}`);
  return { status: response.status, html: await response.text() };
}

async function send(path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields);
  return fetch(`${sandbox.url}${path}`, { method: "POST", body, redirect: "manual" });
}

test.each([
  ["/", "Northwind Care"],
  ["/sandbox/view/records/contacts", "Ida Cole"],
  ["/sandbox/view/records/companies", "Mercy Hospital"],
  [`/sandbox/view/records/contacts/${seeded.cio}`, "Mercy Hospital"],
  ["/sandbox/view/deliveries", "Delivery 1"],
  ["/sandbox/view/deliveries/1", "contact.propertyChange"],
  ["/sandbox/view/faults", "Add a rule"],
  ["/sandbox/view/clock", "never runs backwards"],
  ["/sandbox/view/limits", "association"],
  ["/sandbox/view/switches", "lifecycleBackward"],
])("%s shows %s", async (path, text) => {
  const { status, html } = await look(path);

  expect(status).toBe(200);
  expect(html).toContain(text);
});

test("every page says what it is, in what language, and where one is", async () => {
  const pages = ["/", "/sandbox/view/records/deals", "/sandbox/view/deliveries"];
  const found = await Promise.all(pages.map(look));

  for (const { html } of found) {
    expect(html).toMatch(/<html lang="en">[^]*<title>[^<]+<\/title>[^]*<h1>[^<]+<\/h1>/);
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html).toContain('aria-current="page"');
  }
});

test("a record shows every value a property had, and none as markup", async () => {
  const { html } = await look(`/sandbox/view/records/contacts/${seeded.cio}`);

  expect(html).toContain("2 values");
  expect(html).toContain("&lt;b&gt;Chief&lt;/b&gt;");
  expect(html).not.toContain("<b>Chief</b>");
});

test("a contact is found by its address", async () => {
  const response = await fetch(
    `${sandbox.url}/sandbox/view/records/contacts/find?id=NURSE%40mercy.example`,
    { redirect: "manual" },
  );

  expect(response.headers.get("location")).toBe(`/sandbox/view/records/contacts/${seeded.nurse}`);
});

test.each([
  ["/sandbox/view/records/contacts/12", 404],
  ["/sandbox/view/deliveries/999", 404],
  ["/sandbox/view/records/horses", 400],
  ["/sandbox/view/clock?zone=utc", 501],
])("%s answers %d", async (path, status) => {
  expect((await look(path)).status).toBe(status);
});

test("the forms of the pages set clock, faults and disturbances", async () => {
  const before = sandbox.clock.now();
  await send("/sandbox/view/clock", { advanceMs: "3600000" });
  await send("/sandbox/view/clock", { frozen: "true" });
  await send("/sandbox/view/faults", {
    fault: "503 unavailable",
    method: "GET",
    path: "/crm/*",
    chance: "1",
    count: "",
  });
  await send("/sandbox/view/deliveries", {
    duplicated: "0.25",
    delayed: "0",
    delayMs: "100",
    lost: "0",
    shuffled: "true",
  });
  const faults = sandbox.faults.records();
  const disturbance = await call(sandbox, "/sandbox/deliveries/faults");
  await send(`/sandbox/view/faults/${faults[0]?.rule.id ?? 0}/remove`, {});

  expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
  expect(sandbox.clock.state().frozen).toBe(true);
  expect(faults).toMatchObject([{ rule: { method: "GET", path: "/crm/*", callers: "app" } }]);
  expect(disturbance.body).toMatchObject({ duplicated: 0.25, shuffled: true });
  expect(sandbox.faults.records()).toEqual([]);
});

test("another site's page may not set the sandbox", async () => {
  const response = await fetch(`${sandbox.url}/sandbox/view/clock`, {
    method: "POST",
    body: new URLSearchParams({ advanceMs: "1" }),
    headers: { "sec-fetch-site": "cross-site" },
  });

  expect(response.status).toBe(403);
});

test("switches are set on their page", async () => {
  const reply = await send("/sandbox/view/switches", {
    lifecycleBackward: "refused",
    leadsObject: "false",
    searchIndexLagMs: "200",
    scopesTheAccountLacks: "forms crm.lists.read",
    defaultLifecycleStage: "",
  });
  const { html } = await look("/sandbox/view/switches");
  const { switches } = sandbox.portal;

  expect(reply.status).toBe(303);
  expect(html).toContain('<option value="refused" selected>');
  expect(switches).toMatchObject({
    lifecycleBackward: "refused",
    leadsObject: false,
    searchIndexLagMs: 200,
    scopesTheAccountLacks: ["forms", "crm.lists.read"],
    defaultLifecycleStage: null,
  });
});

test("a property is made mandatory, an owner sent away, a record brought back by a page's buttons", async () => {
  const { portal } = sandbox;
  const required = { objectType: "0-1", property: "city", when: "state", values: "OH, NY" };
  await send("/sandbox/view/required", required);
  const mandatory = [...portal.requiredProperties.rows()];
  await send("/sandbox/view/required/0-1/city/drop", {});
  await send("/sandbox/view/owners/52/leave", {});
  await call(sandbox, `/crm/objects/2026-09/contacts/${seeded.nurse}`, undefined, {
    method: "DELETE",
  });
  const archived = await look(`/sandbox/view/records/contacts/${seeded.nurse}`);

  await send(`/sandbox/view/records/contacts/${seeded.nurse}/restore`, {});

  expect(mandatory).toEqual([
    { type: "0-1", name: "city", when: { property: "state", values: ["OH", "NY"] } },
  ]);
  expect([...portal.requiredProperties.rows()]).toEqual([]);
  expect(portal.owners.get("52")?.archived).toBe(true);
  expect(archived.html).toContain("Bring back");
  expect(portal.shelves["0-1"].get(seeded.nurse)?.archivedAt).toBeUndefined();
});

test("pages bring their icon along", async () => {
  const { html } = await look("/");

  expect(html).toContain('<link rel="icon" href="data:image/svg+xml');
});
