import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { eventually } from "../build/eventually.ts";
import { startStack, type Stack } from "./stack.ts";

// The three worked examples of the product's definition, through real webhooks and real jobs.

const day = 86_400_000;
const nextStep = new Date(Date.now() + 14 * day).toISOString().slice(0, 10);
const confirmed = { medqual_need: "confirmed", medqual_next_step_date: nextStep };

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: demoPortal, approvedFrom: Date.now() - 30 * day });
  await stack.install();
  await eventually(backfill, (step) => step === "done", 120_000);
}, 180_000);
afterAll(() => stack.close());

async function backfill() {
  const row = await stack.server.services.db
    .selectFrom("backfills")
    .select("step")
    .executeTakeFirst();
  return row?.step;
}
const contact = (email: string) => stack.person.find("contacts", "email", email);
const missing = (value: string | null | undefined) => new Set((value ?? "").split(";"));

test("every contact and deal was decided once, and written once", async () => {
  const { db } = stack.server.services;
  const records = await db.selectFrom("records").select("object_type").execute();
  const decisions = await db.selectFrom("decisions").select(["object_id", "sequence"]).execute();

  const decided = records.filter((record) => record.object_type !== "companies");
  expect(decisions).toHaveLength(decided.length);
  expect(new Set(decisions.map((entry) => entry.sequence))).toEqual(new Set([1]));
  expect(await db.selectFrom("parked").selectAll().execute()).toEqual([]);
});

test("1. a practice that asks for a demo is an MQL at once, and an SQL when sales has confirmed everything", async () => {
  const { person } = stack;
  const id = await contact("dana.whitfield@lakesidefamily.example");
  await person.see("contacts", id, {
    medqual_status: "mql",
    lifecyclestage: "marketingqualifiedlead",
    hs_lead_status: "NEW",
  });

  await person.change("contacts", id, {
    ...confirmed,
    medqual_handoff: "accepted",
    medqual_authority: "confirmed",
  });
  await person.see("contacts", id, { medqual_status: "mql", medqual_missing: "timeline" });
  await person.change("contacts", id, { medqual_timeline: "confirmed" });

  await person.see("contacts", id, {
    medqual_status: "sql",
    medqual_readiness: "100",
    lifecyclestage: "salesqualifiedlead",
    hs_lead_status: "IN_PROGRESS",
  });
});

test("2. a hospital that downloads a guide is an MQL for marketing, and an SQL when its committee is known", async () => {
  const { person } = stack;
  const id = await contact("marcus.oyelaran@stbrendan.example");
  const first = await person.see("contacts", id, { medqual_status: "mql" });
  expect(first["medqual_status"]).toBe("mql");
  const { medqual_missing, medqual_next_action } = await person.read("contacts", id, [
    "medqual_missing",
    "medqual_next_action",
  ]);
  for (const item of ["need", "budget_path", "committee"])
    expect(missing(medqual_missing)).toContain(item);
  expect(medqual_next_action).toMatch(/marketing|nurture/i);

  await person.change("contacts", id, {
    ...confirmed,
    medqual_handoff: "accepted",
    medqual_budget_path: "confirmed",
    medqual_timeline: "confirmed",
    medqual_authority: "confirmed",
  });
  await person.see("contacts", id, { medqual_status: "mql", medqual_missing: "committee" });
  const helen = await contact("helen.marsh@stbrendan.example");
  const tom = await contact("tom.becker@stbrendan.example");
  await person.change("contacts", helen, { jobtitle: "Chief Medical Officer" });
  await person.change("contacts", tom, { jobtitle: "IT Director" });

  await person.see("contacts", id, { medqual_status: "sql", lifecyclestage: "salesqualifiedlead" });
});

test("3. a clinician's webinar registration is not enough; asking for more is, and authority comes from a colleague", async () => {
  const { person } = stack;
  const id = await contact("priya.raman@northgatecardiology.example");
  await person.see("contacts", id, { medqual_status: "nurture" });

  await person.change("contacts", id, {
    medqual_signal: "email_reply",
    medqual_signal_date: new Date().toISOString(),
  });
  await person.see("contacts", id, { medqual_status: "mql" });
  await person.change("contacts", id, {
    ...confirmed,
    medqual_handoff: "accepted",
    medqual_timeline: "confirmed",
    medqual_authority: "confirmed",
  });
  await person.see("contacts", id, {
    medqual_status: "mql",
    medqual_missing: "authority;committee",
  });
  const joan = await contact("joan.ellis@northgatecardiology.example");
  await person.change("contacts", joan, { jobtitle: "Practice Administrator" });

  await person.see("contacts", id, { medqual_status: "sql" });
});

test("a changed form answer changes the decision and what is written", async () => {
  const { person } = stack;
  const id = await contact("priya.raman@northgatecardiology.example");
  const before = await person.read("contacts", id, ["medqual_fit"]);

  await person.change("contacts", id, { service_interest: "", specialty: "" });

  await eventually(
    () => person.read("contacts", id, ["medqual_fit"]),
    (now) => Number(now["medqual_fit"]) < Number(before["medqual_fit"]),
  );
});
