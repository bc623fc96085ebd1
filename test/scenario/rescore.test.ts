import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { publish } from "../../server/assess/publish.ts";
import { eventually } from "../build/eventually.ts";
import { startStack, type Stack } from "./stack.ts";
import { countWrites } from "./watching-proxy.ts";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: demoPortal, approvedFrom: 0 });
  await stack.install();
  await eventually(waiting, (count) => count === 0, 120_000);
}, 180_000);
afterAll(() => stack.close());

/** Work of any kind that is not done; the portal counts as work until its first listing is done. */
async function waiting(): Promise<number> {
  const { db } = stack.server.services;
  const tables = ["pending", "outbox", "unverified"] as const;
  const counts = await Promise.all(
    tables.map(async (table) => (await db.selectFrom(table).select("object_id").execute()).length),
  );
  const backfill = await db.selectFrom("backfills").select("step").executeTakeFirst();
  return counts.reduce((sum, count) => sum + count, backfill?.step === "done" ? 0 : 1);
}

test("a published playbook decides the portal again without a read, and writes what changed once, in full batches", async () => {
  const { services } = stack.server;
  const portal = await services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const before = stack.calls.length;
  const { fit } = hybridPlaybook;

  const published = await publish(services, portal.portal_id, {
    ...hybridPlaybook,
    fit: { ...fit, minimum: fit.minimum + 15 },
  });
  await eventually(waiting, (count) => count === 0, 60_000);

  const calls = stack.calls
    .slice(before)
    .filter(({ path }) => /^\/crm\/objects\/[^/]+\/(contacts|companies|deals)\//u.test(path))
    .filter(({ path }) => !path.endsWith("/search"));
  const updates = calls.filter(({ path }) => path.endsWith("/batch/update"));
  const readBacks = calls.filter(({ path }) => path.endsWith("/batch/read"));
  const written = countWrites(updates, "medqual_scored_at");
  const versions = await services.db
    .selectFrom("standings")
    .select("playbook_version")
    .distinct()
    .execute();
  expect(published).toEqual({ version: 2, from: "mirror" });
  expect(versions).toEqual([{ playbook_version: 2 }]);
  expect(written.size).toBeGreaterThan(0);
  expect([...written].filter(([, count]) => count > 1)).toEqual([]);
  expect(updates).toHaveLength(Math.ceil(written.size / 100));
  expect(calls).toHaveLength(updates.length + readBacks.length);
  for (const { body } of readBacks)
    expect(JSON.parse(body)).toMatchObject({ properties: ["lifecyclestage", "hs_lead_status"] });
}, 90_000);
