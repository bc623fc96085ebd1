import { createHmac, randomUUID } from "node:crypto";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack, type Stack } from "./stack.ts";

// An admin takes the app out of the portal, over a signed request, through the real server.

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: demoPortal });
  await stack.install();
}, 120_000);
afterAll(() => stack.close());

async function disconnect(portalId: string, userId: string): Promise<number> {
  const url = `${stack.publicBaseUrl}/api/settings/disconnections?userId=${userId}&portalId=${portalId}`;
  const body = JSON.stringify({ key: randomUUID(), archives: true, confirm: portalId });
  const timestamp = String(Date.now());
  const signature = createHmac("sha256", stack.credentials.clientSecret)
    .update(`POST${url}${body}${timestamp}`)
    .digest("base64");
  const headers = {
    "content-type": "application/json",
    "x-hubspot-signature-v3": signature,
    "x-hubspot-request-timestamp": timestamp,
  };
  return (await fetch(url, { method: "POST", headers, body })).status;
}

test("disconnecting archives our properties, uninstalls the app and forgets the portal", async () => {
  const { db } = stack.server.services;
  const { portal_id, installed_by } = await db
    .selectFrom("portals")
    .select(["portal_id", "installed_by"])
    .executeTakeFirstOrThrow();

  expect(await disconnect(portal_id, installed_by ?? "")).toBe(200);

  const proof = await eventually(
    () => db.selectFrom("deletions").selectAll().execute(),
    (rows) => rows.length > 0,
    60_000,
  );
  expect(proof).toMatchObject([
    { object_type: "portal", reason: `disconnected by user ${installed_by}` },
  ]);
  for (const table of ["portals", "records", "playbooks", "disconnections"] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  const last = stack.calls.slice(-1).map(({ method, path }) => `${method} ${path}`);
  expect(last).toEqual(["DELETE /appinstalls/2026-09/external-install"]);
  const archived = await fetch(
    `${stack.sandbox.url}/crm/properties/2026-09/contacts?archived=true`,
    { headers: { authorization: "Bearer sandbox-admin" } },
  );
  const { results } = (await archived.json()) as { results: { name: string }[] };
  expect(results.map(({ name }) => name)).toContain("medqual_status");
}, 90_000);
