import { addSubmission } from "../../sandbox/portal/forms.ts";
import { publish } from "../../server/assess/publish.ts";
import { readPlaybook } from "../../server/store/playbooks.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import { eventually } from "../build/eventually.ts";
import { lookAtSources, settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

const day = 86_400_000;
const ago = (days: number) => Date.now() - days * day;
const manager = { jobtitle: "Practice Manager", service_interest: "Online scheduling" };
const demo = { formName: "Demo request", pageTitle: "Scheduling platform demo" };

let stack: Stack;
let lee: string;
beforeAll(async () => {
  stack = await startStack({ seed: smallPortal });
  const email = "lee.ortiz@lakesidefamily.example";
  const { submitForm } = stack.person;
  // HubSpot's own properties keep the first and the last form of a contact, so not the demo.
  await submitForm({
    email,
    formName: "Guide download - Reducing no-shows",
    pageTitle: "No-show guide",
    values: manager,
    submittedAt: ago(300),
  });
  await submitForm({ email, ...demo, submittedAt: ago(5) });
  await submitForm({
    email,
    formName: "Newsletter signup",
    pageTitle: "Newsletter",
    submittedAt: ago(1),
  });
  // More than one page of a form that nobody who is known has sent.
  const [form] = [...stack.sandbox.portal.forms.rows()].filter(
    ({ name }) => name === demo.formName,
  );
  for (let i = 0; i < 60; i++) send(`somebody${i}@elsewhere.example`, form?.id ?? "", ago(20) + i);
  // The second page fails until the reading is given up, to be taken up there again.
  stack.sandbox.faults.add({
    path: "/form-integrations/*",
    callers: "app",
    nth: 2,
    count: 3,
    chance: 1,
    seed: 1,
    fault: { kind: "reset" },
  });
  await stack.install();
  lee = await stack.person.find("contacts", "email", email);
  await settled(stack.server.services);
}, 120_000);
afterAll(() => stack.close());

function send(email: string, formId: string, submittedAt: number): void {
  addSubmission(stack.sandbox.portal, {
    formId,
    contactId: "0",
    submittedAt,
    pageUrl: "https://www.example.com/scheduling-platform-demo?email=x",
    values: { email, how_can_we_help: "words nobody may keep" },
  });
}

const statuses = async (id: string) => {
  const { db } = stack.server.services;
  const entries = await db
    .selectFrom("decisions")
    .select("status")
    .where("object_id", "=", id)
    .orderBy("sequence")
    .execute();
  return entries.map(({ status }) => status);
};

test("a form sent before the app was installed counts, once, however often it is read", async () => {
  const { services } = stack.server;
  await lookAtSources(services);
  await stack.person.see("contacts", lee, { medqual_status: "mql" });
  const first = await statuses(lee);

  await lookAtSources(services);
  await lookAtSources(services);

  expect(first).toEqual(["nurture", "mql"]);
  expect(await statuses(lee)).toEqual(first);
}, 120_000);

test("a form that a webhook told of and its own list tells of is one signal", async () => {
  const { services } = stack.server;
  const dana = await stack.person.find(
    "contacts",
    "email",
    "dana.whitfield@lakesidefamily.example",
  );
  await stack.person.submitForm({
    email: "dana.whitfield@lakesidefamily.example",
    formName: "Pricing request",
    pageTitle: "What does it cost",
  });
  await lookAtSources(services);
  await lookAtSources(services);

  const { facts } = await services.db
    .selectFrom("standings")
    .select("facts")
    .where("object_id", "=", dana)
    .executeTakeFirstOrThrow();
  const { signals } = facts as ContactFacts;
  expect(signals.map(({ kind, label }) => [kind, label])).toEqual([
    ["demo_request", "Scheduling platform demo: Demo request"],
    ["pricing_request", "What does it cost: Pricing request"],
  ]);
}, 120_000);

test("who is no contact yet waits, and is decided when HubSpot has made the contact", async () => {
  const { services } = stack.server;
  const { db } = services;
  const email = "ada.lund@lakesidefamily.example";
  const [form] = [...stack.sandbox.portal.forms.rows()].filter(
    ({ name }) => name === demo.formName,
  );
  send("Ada.Lund@lakesidefamily.example", form?.id ?? "", Date.now());
  await lookAtSources(services);
  const waits = () =>
    db.selectFrom("waiting_submissions").selectAll().where("email", "=", email).execute();
  const waiting = await waits();

  const { id } = await stack.person.create("contacts", { email, ...manager });
  const companyId = await stack.person.find("companies", "domain", "lakesidefamily.example");
  await stack.person.associate(["contacts", id], ["companies", companyId]);
  await lookAtSources(services);

  expect(waiting).toHaveLength(1);
  expect(JSON.stringify(waiting)).not.toContain("nobody may keep");
  await stack.person.see("contacts", id, { medqual_status: "mql" });
  expect(await waits()).toEqual([]);
  expect(await db.selectFrom("waiting_submissions").selectAll().execute()).toHaveLength(60);
}, 120_000);

test("a merged contact has what those it was merged from had shown", async () => {
  const email = "lee@lakesidefamily.example";
  const { id } = await stack.person.create("contacts", { email, ...manager });

  const merged = await stack.person.merge("contacts", { primary: id, other: lee });

  await eventually(
    () =>
      stack.server.services.db
        .selectFrom("standings")
        .select("facts")
        .where("object_id", "=", merged.id)
        .executeTakeFirst(),
    (row) =>
      row !== undefined &&
      (row.facts as ContactFacts).signals.some(({ kind }) => kind === "demo_request"),
  );
}, 120_000);

test("a form that answers another offer from now on is read again, and counts as that one", async () => {
  const { services } = stack.server;
  const ada = await stack.person.find("contacts", "email", "ada.lund@lakesidefamily.example");
  const kinds = async () => {
    const row = await services.db
      .selectFrom("standings")
      .select("facts")
      .where("object_id", "=", ada)
      .executeTakeFirstOrThrow();
    return (row.facts as ContactFacts).signals.map(({ kind, offerId }) => [kind, offerId]);
  };
  const before = await kinds();
  const portal = await services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const playbook = await readPlaybook(services.db, portal.portal_id, 1);
  await publish(services, portal.portal_id, {
    ...playbook,
    offers: playbook.offers.map((offer) =>
      offer.id === "consultation" ? { ...offer, forms: [demo.formName] } : offer,
    ),
  });
  await lookAtSources(services);

  expect(before).toEqual([["demo_request", "scheduling_demo"]]);
  expect(await kinds()).toEqual([["consultation", "consultation"]]);
}, 120_000);

test("without the scope nothing is asked, and the source is said to be not available", async () => {
  const without = await startStack({
    seed: smallPortal,
    switches: { scopesTheAccountLacks: ["forms"] },
  });
  try {
    await without.install();
    await lookAtSources(without.server.services);

    const rows = await without.server.services.db
      .selectFrom("sources")
      .select(["source", "read_at", "unavailable"])
      .where("source", "like", "%forms")
      .execute();
    expect(rows).toEqual([
      { source: "forms", read_at: null, unavailable: "The scope forms was not granted." },
    ]);
    expect(without.calls.filter(({ path }) => path.includes("form"))).toEqual([]);
  } finally {
    await without.close();
  }
}, 120_000);
