import { linksOf } from "../../sandbox/portal/associations.ts";
import { setOwnerArchived } from "../../sandbox/portal/owners.ts";
import { salesOwners } from "../../sandbox/seed/portal-setup.ts";
import { mayHandOver } from "../../server/act/may-hand-over.ts";
import { publish } from "../../server/assess/publish.ts";
import { readPlaybook } from "../../server/store/playbooks.ts";
import { eventually } from "../build/eventually.ts";
import { lookAtSources, settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

const [owner, other] = salesOwners;
let stack: Stack;
let dana: string;
beforeAll(async () => {
  stack = await startStack({ seed: smallPortal });
  // Created, and never answered.
  stack.sandbox.faults.add({
    path: "*/tasks/batch/create",
    callers: "app",
    nth: 1,
    count: 1,
    chance: 1,
    seed: 1,
    fault: { kind: "commitThenReset" },
  });
  await stack.install();
  await settled(stack.server.services);
  dana = await stack.person.find("contacts", "email", "dana.whitfield@lakesidefamily.example");
}, 120_000);
afterAll(() => stack.close());

/** The contact's tasks as HubSpot has them, in the order of their making. */
function tasksOf(contactId: string) {
  const { portal } = stack.sandbox;
  return linksOf(portal, { type: "0-1", id: contactId }, "0-27")
    .map(({ to }) => portal.shelves["0-27"].get(to.id))
    .filter((task) => task !== undefined)
    .filter(({ archivedAt }) => archivedAt === undefined);
}

const rowsOf = (contactId: string) =>
  stack.server.services.db
    .selectFrom("tasks")
    .selectAll()
    .where("contact_id", "=", contactId)
    .execute();

/** Waits until nothing is left to do about this contact's tasks. */
const told = (contactId: string, count: number) =>
  eventually(
    () => rowsOf(contactId),
    (rows) => rows.length === count && rows.every(({ due_at }) => due_at === null),
  );

test("a task whose creation was not answered is found again, and there is one", async () => {
  const { db } = stack.server.services;
  await eventually(
    () => rowsOf(dana),
    (rows) => rows.some(({ last_error }) => last_error !== null),
  );
  // A minute later.
  await db.updateTable("tasks").set({ due_at: 0 }).execute();
  await stack.server.services.bell.ring(String(smallPortal(0).portalId), "live");

  const [row] = await told(dana, 1);
  const tasks = tasksOf(dana);
  expect(tasks.map(({ id }) => id)).toEqual([row?.task_id]);
  expect(tasks[0]?.values).toMatchObject({
    hs_task_subject: "Sales: contact Dana Whitfield, then accept or return the lead.",
    hs_task_status: "NOT_STARTED",
    hubspot_owner_id: owner?.id,
  });
  expect(tasks[0]?.values["hs_task_body"]).toContain("Not known:<br>");
}, 120_000);

test("a task follows its lead to another owner, and is done when sales has accepted", async () => {
  const [first] = tasksOf(dana);
  await stack.person.change("contacts", dana, { hubspot_owner_id: other?.id ?? "" });
  await eventually(
    async () => tasksOf(dana),
    ([task]) => task?.values["hubspot_owner_id"] === other?.id,
  );
  await stack.person.change("contacts", dana, { medqual_handoff: "accepted" });
  await eventually(
    async () => tasksOf(dana),
    ([task]) => task?.values["hs_task_status"] === "COMPLETED",
  );

  await told(dana, 1);
  expect(tasksOf(dana).map(({ id }) => id)).toEqual([first?.id]);
  // Nothing about the person stays here.
  expect((await rowsOf(dana)).map(({ desired, shown }) => [desired, shown])).toEqual([
    [{ state: "done" }, { state: "done" }],
  ]);
}, 120_000);

test("a lead whose owner has left goes to whom the queue falls back on, its task too", async () => {
  const { services } = stack.server;
  const marcus = await stack.person.find("contacts", "email", "marcus.oyelaran@stbrendan.example");
  await told(marcus, 1);
  const portal = await services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow();
  const playbook = await readPlaybook(services.db, portal.portal_id, 1);
  const { queues } = playbook.handoff;
  const nurture = { ...queues.nurture, fallbackOwnerId: other?.id ?? null };
  await stack.person.change("contacts", marcus, { hubspot_owner_id: owner?.id ?? "" });
  await eventually(
    async () => tasksOf(marcus),
    ([task]) => task?.values["hubspot_owner_id"] === owner?.id,
  );
  await publish(services, portal.portal_id, {
    ...playbook,
    people: { ...playbook.people, members: { nurture: ["1"] } },
    handoff: { ...playbook.handoff, queues: { ...queues, nurture } },
  });
  setOwnerArchived(stack.sandbox.portal, owner?.id ?? "", true);
  await lookAtSources(services);

  await stack.person.see("contacts", marcus, { hubspot_owner_id: other?.id ?? "" });
  await eventually(
    async () => tasksOf(marcus),
    ([task]) => task?.values["hubspot_owner_id"] === other?.id,
  );
  expect(tasksOf(marcus)).toHaveLength(1);

  const contact = await stack.person.read("contacts", marcus, ["hubspot_owner_id"]);
  const may = (userId: string) => mayHandOver(services.db, portal.portal_id, userId, contact);
  const users = [String(other?.userId), "1", String(owner?.userId)];
  expect(await Promise.all(users.map(may))).toEqual([true, true, false]);
}, 120_000);

test("of somebody who is forgotten no task is left in HubSpot or here", async () => {
  const marcus = await stack.person.find("contacts", "email", "marcus.oyelaran@stbrendan.example");
  const [task] = tasksOf(marcus);

  await stack.person.forget(marcus);

  await eventually(
    () => rowsOf(marcus),
    (rows) => rows.length === 0,
  );
  const there = stack.sandbox.portal.shelves["0-27"].get(task?.id ?? "");
  expect(there === undefined || there.archivedAt !== undefined).toBe(true);
}, 120_000);
