import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack, type Stack } from "./stack.ts";

// Workflows of the portal that run our actions: signed requests of HubSpot's kind, real decisions.

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: demoPortal, approvedFrom: Date.now() - 30 * 86_400_000 });
  await stack.install();
  const { db } = stack.server.services;
  await eventually(
    () => db.selectFrom("backfills").select("step").executeTakeFirst(),
    (row) => row?.step === "done",
    120_000,
  );
}, 180_000);
afterAll(() => stack.close());

type Ran = {
  readonly status: number;
  readonly answer: { readonly outputFields: Readonly<Record<string, unknown>> };
  readonly declaredOutputs: readonly string[];
};

/** As a workflow of the portal would run it on a record. */
async function run(uid: string, objectType: string, objectId: string, more: object = {}) {
  const response = await fetch(`${stack.sandbox.url}/sandbox/workflow-actions/${uid}`, {
    method: "POST",
    body: JSON.stringify({ objectId, objectType, ...more }),
  });
  return (await response.json()) as Ran;
}

const dana = () => stack.person.find("contacts", "email", "dana.whitfield@lakesidefamily.example");

test("a workflow branches by where a contact stands, newly read and decided", async () => {
  const { status, answer, declaredOutputs } = await run(
    "medqual_qualify_now",
    "CONTACT",
    await dana(),
  );

  const { hs_execution_state, ...outputs } = answer.outputFields;
  expect([status, hs_execution_state]).toEqual([200, "SUCCESS"]);
  expect(outputs).toMatchObject({ medqual_status: "mql", medqual_current: "yes" });
  expect(Object.keys(outputs).toSorted()).toEqual(declaredOutputs.toSorted());
}, 60_000);

test("a workflow branches by the committee of a contact's company", async () => {
  const { answer, declaredOutputs } = await run("medqual_check_committee", "CONTACT", await dana());

  const { hs_execution_state: _, ...outputs } = answer.outputFields;
  expect(outputs).toMatchObject({ medqual_current: "yes" });
  expect(Object.keys(outputs).toSorted()).toEqual(declaredOutputs.toSorted());
}, 60_000);

test("an execution that HubSpot repeats is put to work once", async () => {
  const { db } = stack.server.services;
  const id = await dana();
  const keys = () =>
    db.selectFrom("idempotency_keys").select("key").where("key", "like", "%ap-repeated").execute();

  const first = await run("medqual_qualify_now", "CONTACT", id, { callbackId: "ap-repeated" });
  const second = await run("medqual_qualify_now", "CONTACT", id, { callbackId: "ap-repeated" });

  expect(second.answer).toEqual(first.answer);
  expect(await keys()).toHaveLength(1);
}, 60_000);

test("a record that HubSpot does not have lets the workflow go on, marked as failed", async () => {
  const { answer } = await run("medqual_qualify_now", "CONTACT", "999999999999");

  expect(answer.outputFields).toEqual({ hs_execution_state: "FAIL_CONTINUE" });
}, 60_000);

test("a request that HubSpot did not sign is refused", async () => {
  const response = await fetch(`${stack.publicBaseUrl}/workflow-actions/qualify`, {
    method: "POST",
    headers: { "x-hubspot-signature": "00", "x-hubspot-signature-version": "v2" },
    body: "{}",
  });

  expect(response.status).toBe(401);
});
