import { publish } from "../../server/assess/publish.ts";
import { readPlaybook } from "../../server/store/playbooks.ts";
import type { DealFacts } from "../../src/facts/contact-facts.ts";
import { eventually } from "../build/eventually.ts";
import { settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

let stack: Stack;
let deal: string;
let dana: string;
beforeAll(async () => {
  stack = await startStack({ seed: smallPortal });
  const { person } = stack;
  deal = await person.find("deals", "dealname", "Lakeside Family Practice – scheduling");
  dana = await person.find("contacts", "email", "dana.whitfield@lakesidefamily.example");
  await person.label(["deals", deal], ["contacts", dana], "Finance");
  await stack.install();
  await settled(stack.server.services);
}, 120_000);
afterAll(() => stack.close());

async function factsOf(id: string): Promise<DealFacts> {
  const row = await stack.server.services.db
    .selectFrom("standings")
    .select("facts")
    .where("object_id", "=", id)
    .executeTakeFirstOrThrow();
  return row.facts as DealFacts;
}

const rolesOnDeal = async () => (await factsOf(deal)).account.people.map(({ roles }) => roles);

test("the label of a deal's association says which role the person has there, and there only", async () => {
  expect(await rolesOnDeal()).toEqual([["finance"]]);
  expect((await factsOf(dana)).account.people.map(({ roles }) => roles)).toEqual([["operations"]]);
}, 60_000);

test("another label changes the role", async () => {
  await stack.person.label(["deals", deal], ["contacts", dana], "Procurement");

  await eventually(rolesOnDeal, ([roles]) => roles?.join() === "procurement");
}, 60_000);

test("people of the parent company count where a template says so, as soon as they are known", async () => {
  const { person, server } = stack;
  const { services } = server;
  const company = await person.find("companies", "domain", "lakesidefamily.example");
  const parent = await person.create("companies", { name: "Great Lakes Health" });
  await person.relate(company, parent.id);
  const portal = await services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const playbook = await readPlaybook(services.db, portal.portal_id, 1);
  const templates = playbook.committee.templates.map((each) => ({ ...each, includesParent: true }));
  await publish(services, portal.portal_id, {
    ...playbook,
    committee: { ...playbook.committee, templates },
  });
  await settled(services);

  const cfo = await person.create("contacts", { jobtitle: "Chief Financial Officer" });
  await person.employ(cfo.id, parent.id);

  await eventually(
    async () => (await factsOf(dana)).account.atParent ?? [],
    (people) => people.some(({ roles }) => roles.includes("finance")),
  );
}, 60_000);
