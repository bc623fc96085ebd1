import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, sdk, seeded, start, testClock, type Reply } from "./sandbox-under-test.ts";

const pipelines = "/crm/pipelines/2026-09/deals";
const clock = testClock();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start({ now: clock.now });
});

afterEach(() => sandbox.close());

const renewals = {
  label: "Renewals",
  displayOrder: 1,
  stages: [
    { label: "Due", displayOrder: 0, metadata: { probability: "0.5" } },
    { label: "Renewed", displayOrder: 1, metadata: { probability: "1.0" } },
  ],
};

async function addRenewals() {
  const made = await call(sandbox, pipelines, renewals);
  return { id: String(made.field("id")), renewed: String(made.field("stages.1.id")) };
}

function remove(path: string): Promise<Reply> {
  return call(sandbox, path, undefined, { method: "DELETE" });
}

test("the SDK reads the pipeline deals start with", async () => {
  const { results } = await sdk(sandbox).crm.pipelines.pipelinesApi.getAll("deals");

  expect(results.map(({ id, label }) => [id, label])).toEqual([["default", "Sales Pipeline"]]);
  expect(results[0]?.stages.map(({ id, metadata }) => [id, metadata])).toEqual([
    ["appointmentscheduled", { isClosed: "false", probability: "0.2" }],
    ["qualifiedtobuy", { isClosed: "false", probability: "0.4" }],
    ["presentationscheduled", { isClosed: "false", probability: "0.6" }],
    ["decisionmakerboughtin", { isClosed: "false", probability: "0.8" }],
    ["contractsent", { isClosed: "false", probability: "0.9" }],
    ["closedwon", { isClosed: "true", probability: "1.0" }],
    ["closedlost", { isClosed: "true", probability: "0.0" }],
  ]);
});

test("leads and lifecycles have pipelines too", async () => {
  const leads = await call(sandbox, "/crm/pipelines/2026-09/leads");
  const lifecycle = await call(sandbox, "/crm/pipelines/2026-09/contacts");

  expect(leads.field("results.0.id")).toBe("lead-pipeline-id");
  expect(ids(lifecycle)).toEqual(["contacts-lifecycle-pipeline"]);
});

test("a deal in a pipeline of one's own is won in the stage that says so", async () => {
  const { id, renewed } = await addRenewals();

  const deal = await call(sandbox, "/crm/objects/2026-09/deals", {
    properties: { dealname: "R", pipeline: id, dealstage: renewed, amount: "7" },
  });
  const options = await call(sandbox, "/crm/properties/2026-09/deals/dealstage");

  expect(deal.field("properties")).toMatchObject({
    hs_closed_amount: "7",
    hs_deal_stage_probability: "1",
    hs_is_closed_won: "true",
    [`hs_v2_date_entered_${renewed}`]: "2026-11-02T09:00:00.000Z",
  });
  expect(options.field("options")).toContainEqual(
    expect.objectContaining({ value: renewed, label: "Renewed" }),
  );
});

test.each([
  ["another pipeline's stage", () => ({ dealstage: "closedwon", pipeline: "renewals" })],
  ["a stage without its pipeline", () => ({ dealstage: "renewed" })],
  ["a stage there is not", () => ({ dealstage: "nowhere" })],
])("a deal with %s is refused", async (_, properties) => {
  const { id, renewed } = await addRenewals();
  const named = Object.entries(properties()).map(([name, value]) => [
    name,
    value.replace(/^renewals$/, id).replace(/^renewed$/, renewed),
  ]);

  const reply = await call(sandbox, "/crm/objects/2026-09/deals", {
    properties: Object.fromEntries(named),
  });

  expect(reply.status).toBe(400);
});

test("time spent in a stage is kept, the last one and all together", async () => {
  const stage = (dealstage: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/deals/${seeded.deal}`,
      { properties: { dealstage } },
      { method: "PATCH" },
    );
  await stage("contractsent");
  clock.pass(1_000);
  await stage("qualifiedtobuy");
  clock.pass(60_000);
  await stage("contractsent");
  clock.pass(2_000);
  await stage("closedlost");

  const read = await call(
    sandbox,
    `/crm/objects/2026-09/deals/${seeded.deal}?properties=hs_v2_latest_time_in_contractsent,hs_v2_cumulative_time_in_contractsent,hs_is_closed`,
  );

  expect(read.field("properties")).toMatchObject({
    hs_v2_latest_time_in_contractsent: "2000",
    hs_v2_cumulative_time_in_contractsent: "3000",
    hs_is_closed: "true",
  });
});

test("a stage in use can't go, in HubSpot's words", async () => {
  const reply = await remove(`${pipelines}/default/stages/qualifiedtobuy`);

  expect(reply.status).toBe(400);
  expect(reply.body).toEqual({
    status: "error",
    message: `Stage IDs: [qualifiedtobuy] are being referenced by object IDs: [${seeded.deal}]`,
    correlationId: expect.any(String),
    context: { stageIds: ["[qualifiedtobuy]"], objectIds: [`[${seeded.deal}]`] },
    category: "VALIDATION_ERROR",
    subCategory: "PipelineError.STAGE_ID_IN_USE",
  });
});

test.each([
  [`${pipelines}/default/stages/closedlost`, 204],
  [`${pipelines}/default/stages/qualifiedtobuy?validateDealStageUsagesBeforeDelete=false`, 204],
  ["/crm/v3/pipelines/deals/default/stages/qualifiedtobuy", 204],
  [
    "/crm/v3/pipelines/deals/default/stages/qualifiedtobuy?validateDealStageUsagesBeforeDelete=true",
    400,
  ],
  [`${pipelines}/default/stages/nowhere`, 404],
  [`${pipelines}/nowhere`, 404],
])("deleting %s answers %d", async (path, status) => {
  const reply = await remove(path);

  expect(reply.status).toBe(status);
});

test("the SDK makes, renames, replaces and removes pipelines and stages", async () => {
  const { pipelinesApi, pipelineStagesApi } = sdk(sandbox).crm.pipelines;

  const made = await pipelinesApi.create("deals", renewals);
  const renamed = await pipelinesApi.update("deals", made.id, { label: "Retention" });
  const stage = await pipelineStagesApi.create("deals", made.id, {
    label: "Lost",
    displayOrder: 2,
    metadata: { probability: "0.0" },
  });
  const moved = await pipelineStagesApi.update("deals", made.id, stage.id, { displayOrder: -1 });
  const ordered = await pipelineStagesApi.getAll("deals", made.id);
  const replaced = await pipelinesApi.replace("deals", made.id, {
    ...renewals,
    stages: renewals.stages.slice(0, 1),
  });
  await pipelinesApi.archive("deals", made.id);
  const left = await pipelinesApi.getAll("deals");

  expect(renamed.label).toBe("Retention");
  expect(moved.metadata).toEqual({ probability: "0.0", isClosed: "true" });
  expect(ordered.results.map(({ label }) => label)).toEqual(["Lost", "Due", "Renewed"]);
  expect(replaced.stages.map(({ id }) => id)).toEqual([made.stages[0]?.id]);
  expect(left.results.map(({ id }) => id)).toEqual(["default"]);
});

test.each([
  ["a label that is taken", { ...renewals, label: "Sales Pipeline" }],
  ["two stages of one label", { ...renewals, stages: [renewals.stages[0], renewals.stages[0]] }],
  [
    "a stage without a chance of winning",
    { ...renewals, stages: [{ label: "Due", displayOrder: 0, metadata: {} }] },
  ],
  ["no stage", { ...renewals, stages: [] }],
])("a pipeline with %s is refused", async (_, body) => {
  const reply = await call(sandbox, pipelines, body);

  expect(reply.status).toBe(400);
});

test("a lifecycle stage of one's own has a number for a name, and dates like the others", async () => {
  const path = "/crm/pipelines/2026-09/contacts/contacts-lifecycle-pipeline/stages";
  const made = await call(sandbox, path, { label: "Nurture", displayOrder: 8 });
  const id = String(made.field("id"));

  const moved = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}`,
    { properties: { lifecyclestage: id } },
    { method: "PATCH" },
  );
  const back = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}`,
    { properties: { lifecyclestage: "customer" } },
    { method: "PATCH" },
  );

  expect(id).toMatch(/^\d+$/);
  expect(moved.field("properties")).toMatchObject({
    lifecyclestage: id,
    [`hs_v2_date_entered_${id}`]: new Date(clock.now()).toISOString(),
  });
  expect(back.field("properties")).not.toHaveProperty("lifecyclestage");
});

const lead = {
  properties: { hs_lead_name: "Ida Cole", hs_lead_label: "WARM" },
  associations: [
    {
      to: { id: seeded.cio },
      types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 578 }],
    },
  ],
};

test("a lead begins in the first stage of its pipeline and is gone with its primary contact", async () => {
  const made = await call(sandbox, "/crm/objects/2026-09/leads", lead);
  const path = `/crm/objects/2026-09/leads/${String(made.field("id"))}`;

  await call(sandbox, `${path}/associations/contacts/${seeded.cio}`, undefined, {
    method: "DELETE",
  });
  const read = await call(sandbox, path);

  expect(made.field("properties")).toMatchObject({
    hs_pipeline: "lead-pipeline-id",
    hs_pipeline_stage: "new-stage-id",
  });
  expect(read.status).toBe(404);
});

test.each([
  ["without a name", { ...lead, properties: {} }],
  ["about nobody", { ...lead, associations: [] }],
])("a lead %s is refused", async (_, body) => {
  const reply = await call(sandbox, "/crm/objects/2026-09/leads", body);

  expect(reply.status).toBe(400);
});
