import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { defaultSwitches } from "../../sandbox/switches.ts";
import { allScopes, anApp, call, connect, seeded, start } from "./sandbox-under-test.ts";

const contacts = "/crm/objects/2026-09/contacts";
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

function change(changes: unknown) {
  return call(sandbox, "/sandbox/switches", changes, { method: "PATCH" });
}

test("switches can be looked at, and changed while the sandbox runs", async () => {
  const before = await call(sandbox, "/sandbox/switches");

  const reply = await change({ toObjectIdType: "string", scopesTheAccountLacks: ["forms"] });

  expect(before.body).toEqual(defaultSwitches);
  expect(reply.body).toEqual({
    ...defaultSwitches,
    toObjectIdType: "string",
    scopesTheAccountLacks: ["forms"],
  });
});

test.each([
  ["ignored", 200, "opportunity"],
  ["accepted", 200, "lead"],
  ["refused", 400, "opportunity"],
])("a stage moved back is %s from the change on", async (lifecycleBackward, status, stage) => {
  await change({ lifecycleBackward });
  const path = `${contacts}/${seeded.nurse}`;

  const reply = await call(
    sandbox,
    path,
    { properties: { lifecyclestage: "lead" } },
    { method: "PATCH" },
  );

  const after = await call(sandbox, `${path}?properties=lifecyclestage`);
  expect([reply.status, after.field("properties.lifecyclestage")]).toEqual([status, stage]);
});

test("another subscription has other limits at once", async () => {
  const before = await call(sandbox, contacts);

  await change({ accountTier: "starter" });

  const after = await call(sandbox, contacts);
  const limits = [before, after].map(({ headers }) => headers.get("x-hubspot-ratelimit-max"));
  expect(limits).toEqual(["190", "100"]);
});

test("an account without leads answers 403 even to an app that was granted them", async () => {
  const scopes = [...allScopes, "crm.objects.leads.read", "crm.objects.leads.write"];
  const app = anApp({ requiredScopes: scopes });
  await sandbox.close();
  sandbox = await start({ app });
  const { accessToken: token } = await connect(sandbox, app);
  const before = await call(sandbox, "/crm/objects/2026-09/leads", undefined, { token });

  await change({ leadsObject: false });

  const after = await call(sandbox, "/crm/objects/2026-09/leads", undefined, { token });
  const enabled = await call(sandbox, "/crm/object-library/2026-09/enablement/0-136");
  expect([before.status, after.status]).toEqual([200, 403]);
  expect(after.field("errors.0.context.requiredGranularScopes")).toEqual([
    "crm.objects.leads.read",
  ]);
  expect(enabled.body).toEqual({ enablement: false });
});

test.each([
  [{ lifecycleBackwards: "ignored" }, 501],
  [{ lifecycleBackward: "sometimes" }, 400],
  [{ apiAddOns: 3 }, 400],
  [{ searchIndexLagMs: -1 }, 400],
])("%j is refused with %d and changes nothing", async (changes, status) => {
  const reply = await change({ leadsObject: false, ...changes });

  const after = await call(sandbox, "/sandbox/switches");
  expect([reply.status, after.body]).toEqual([status, defaultSwitches]);
});

test("a property is made mandatory and optional again", async () => {
  const path = "/sandbox/required-properties";
  const made = await call(sandbox, path, { objectType: "contacts", property: "city" });
  const refused = await call(sandbox, contacts, { properties: { email: "a@x.example" } });

  await call(sandbox, `${path}/contacts/city`, undefined, { method: "DELETE" });

  const accepted = await call(sandbox, contacts, { properties: { email: "a@x.example" } });
  expect(made.body).toEqual({ results: [{ type: "0-1", name: "city" }] });
  expect([made.status, refused.status, accepted.status]).toEqual([201, 400, 201]);
});

test("a property that is not there can't be mandatory", async () => {
  const path = "/sandbox/required-properties";

  const replies = [
    await call(sandbox, path, { objectType: "contacts", property: "shoe_size" }),
    await call(sandbox, `${path}/contacts/city`, undefined, { method: "DELETE" }),
  ];

  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
});

test("an owner leaves and comes back", async () => {
  const set = (archived: boolean) =>
    call(sandbox, "/sandbox/owners/51", { archived }, { method: "PATCH" });
  await set(true);
  const gone = await call(sandbox, "/crm/owners/2026-09/51");

  await set(false);

  const back = await call(sandbox, "/crm/owners/2026-09/51");
  const unknown = await call(
    sandbox,
    "/sandbox/owners/77",
    { archived: true },
    { method: "PATCH" },
  );
  expect([gone.status, back.status, unknown.status]).toEqual([404, 200, 404]);
});

test("a record is brought back from the recycle bin, but not beside another of its address", async () => {
  const path = `${contacts}/${seeded.cio}`;
  const restore = () => call(sandbox, `/sandbox/records/contacts/${seeded.cio}/restore`, {});
  await call(sandbox, path, undefined, { method: "DELETE" });
  const back = await restore();
  await call(sandbox, path, undefined, { method: "DELETE" });
  await call(sandbox, contacts, { properties: { email: "cio@mercy.example" } });

  const refused = await restore();

  const after = await call(sandbox, path);
  expect([back.status, back.field("archived")]).toEqual([200, false]);
  expect([refused.status, after.status]).toEqual([409, 404]);
});
