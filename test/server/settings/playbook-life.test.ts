import { randomUUID } from "node:crypto";
import type { VersionView } from "../../../src/view/settings-view.ts";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";
import { fitOf, openDesk, startedAt } from "./settings-desk.ts";

// From a draft over two approvals to what is in force, and back.

const approvers = { marketing: ["10", "12"], sales: ["20"] };
const people = { approvers, members: {}, admins: ["30"] };

let store: Store;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  desk = await openDesk(store, { playbook: { people } });
});

test("a draft is checked, compared in words, approved by both sides and published", async () => {
  const [marketer, seller] = [desk.as("10"), desk.as("20")];
  await marketer.begin();
  const edited = await marketer.edit(fitOf(60));
  const { draft } = edited.body;
  expect(draft).toMatchObject({
    problems: [],
    changes: [{ path: "fit.minimum", sentence: "Fit: minimum 60 instead of 50." }],
    blockedBecause: "Waits for the approval of Marketing and Sales.",
    changed: { by: "user10@vendor.example", at: startedAt },
  });

  const first = await marketer.approve("marketing");
  const second = await seller.approve("sales");
  const published = await marketer.publish("Sales wants fewer");

  expect([first.body, second.body]).toEqual([{ kind: "waiting" }, { kind: "agreed" }]);
  expect(published.body).toEqual({ version: 2, from: "mirror" });
  const after = await marketer.read();
  expect(after).toMatchObject({ mode: "active", draft: null, inForce: { version: 2 } });
  expect(after.inForce.document.fit.minimum).toBe(60);
  expect(after.inForce.approvals.map(({ given }) => given?.by)).toEqual([
    "user10@vendor.example",
    "user20@vendor.example",
  ]);
  expect(desk.rung).toEqual(["42 bulk"]);
});

test("any later change of the draft voids what was approved", async () => {
  const [marketer, seller] = [desk.as("10"), desk.as("20")];
  await marketer.begin();
  await marketer.edit(fitOf(60));
  await marketer.approve("marketing");
  await seller.approve("sales");

  await desk.as("12").edit(fitOf(61));
  const refused = await seller.publish();

  expect(refused).toMatchObject({
    status: 409,
    body: {
      type: "urn:medqual:conflict",
      title: "It can't be published: Waits for the approval of Marketing and Sales.",
    },
  });
  expect((await seller.read()).inForce.version).toBe(1);
});

test("an approval is for the revision that was seen", async () => {
  const marketer = desk.as("10");
  const { revision } = (await marketer.begin()).body.draft ?? {};
  await desk.as("12").edit(fitOf(70));

  const refused = await marketer.ask("post", "/api/settings/approvals", {
    key: randomUUID(),
    side: "marketing",
    of: { kind: "draft", revision },
  });

  expect(refused.status).toBe(409);
  expect(refused.body.title).toContain("user12@vendor.example changed the draft");
});

test("of two editors the slower one is told who was faster, and when", async () => {
  const [one, other] = [desk.as("10"), desk.as("12")];
  const { draft } = (await one.begin()).body;
  const document = draft && fitOf(60)(draft.document);
  desk.pass(60_000);
  await other.edit(fitOf(55));

  const { revision } = draft ?? {};
  const late = await one.ask("post", "/api/settings/draft/document", { revision, document });

  expect(late).toMatchObject({
    status: 409,
    body: {
      title:
        "user12@vendor.example changed the draft at 2026-03-02 15:01 UTC. Load it again, and make your change there.",
    },
  });
  expect((await one.read()).draft?.document.fit.minimum).toBe(55);
});

test("a change that HubSpot repeats is made once", async () => {
  const marketer = desk.as("10");
  const { draft } = (await marketer.begin()).body;
  const change = { revision: draft?.revision, document: draft && fitOf(60)(draft.document) };

  const first = await marketer.ask("post", "/api/settings/draft/document", change);
  const second = await marketer.ask("post", "/api/settings/draft/document", change);

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body.draft).toEqual(first.body.draft);
});

test("one person can't speak for both sides", async () => {
  desk = await openDesk(store);
  const both = desk.as("10");
  await both.begin();
  await both.edit(fitOf(60));
  await both.approve("marketing");

  const refused = await both.approve("sales");

  expect(refused.status).toBe(403);
  expect((await both.read()).draft?.approvals[1]).toMatchObject({ side: "sales", given: null });
});

test("a draft with an error can't be published, whoever approved it", async () => {
  await desk.as("10").begin();
  const edited = await desk.as("10").edit(fitOf(0));
  await desk.as("10").approve("marketing");
  await desk.as("20").approve("sales");

  const refused = await desk.as("10").publish();

  expect(edited.body.draft?.problems).toEqual([
    {
      path: "fit.minimum",
      severity: "error",
      message: "A minimum of 0 lets intent alone make an MQL.",
      suggestion: "Set it to at least 1: fit and intent never stand in for each other.",
    },
  ]);
  expect(refused.status).toBe(409);
});

describe("who may do what", () => {
  test.each([
    ["somebody not named", "99", [403, 403, 403]],
    ["a seller", "20", [200, 403, 200]],
    ["a marketer", "10", [200, 200, 403]],
    ["an admin", "30", [200, 403, 403]],
    ["nobody", "", [403, 403, 403]],
  ] as const)("%s", async (_who, userId, expected) => {
    const user = desk.as(userId);
    const began = await user.begin();
    if (began.status !== 200) await desk.as("30").begin();

    const marketing = await user.approve("marketing");
    const sales = await user.approve("sales");

    expect([began.status, marketing.status, sales.status]).toEqual(expected);
  });

  test("a draft that names its author gives them no right before it is published", async () => {
    await desk.as("30").begin();
    await desk.as("30").edit((playbook) => ({
      ...playbook,
      people: { ...people, approvers: { marketing: ["30"], sales: ["31"] } },
    }));

    expect((await desk.as("30").approve("marketing")).status).toBe(403);
  });
});

describe("rolling back", () => {
  async function publish(minimum: number): Promise<void> {
    await desk.as("10").begin();
    await desk.as("10").edit(fitOf(minimum));
    await desk.as("10").approve("marketing");
    await desk.as("20").approve("sales");
    await desk.as("10").publish(`Fit from ${minimum} points`);
  }
  const rollBack = (version: number) =>
    desk.as("20").ask<object>("post", "/api/settings/rollbacks", {
      key: randomUUID(),
      version,
      note: "Too few",
    });

  test("an agreed version comes back at once, as a new one with its approvals", async () => {
    await publish(60);
    await publish(70);

    const back = await rollBack(2);

    expect(back.body).toEqual({ version: 4, from: "mirror" });
    const { inForce } = await desk.as("10").read();
    expect([inForce.version, inForce.document.fit.minimum, inForce.isAgreed]).toEqual([
      4,
      60,
      true,
    ]);
    const { versions } = (
      await desk.as("10").ask<{ versions: VersionView[] }>("get", "/api/settings/versions")
    ).body;
    expect(
      versions.map(({ version, note, restores, by, changes }) => [
        version,
        note,
        restores,
        by,
        changes,
      ]),
    ).toEqual([
      [4, "Too few", 2, "user20@vendor.example", ["Fit: minimum 60 instead of 70."]],
      [3, "Fit from 70 points", null, "user10@vendor.example", ["Fit: minimum 70 instead of 60."]],
      [2, "Fit from 60 points", null, "user10@vendor.example", ["Fit: minimum 60 instead of 50."]],
      [1, "", null, null, []],
    ]);
  });

  test("a version that both sides never approved begins as a draft instead", async () => {
    await publish(60);

    const refused = await rollBack(1);
    const draft = await desk.as("10").begin({ kind: "version", version: 1 });

    expect(refused.status).toBe(409);
    expect(draft.body.draft?.document.fit.minimum).toBe(50);
  });

  test("what was approved against another version has to be approved again", async () => {
    await publish(60);
    await publish(70);
    await desk.as("10").begin();
    await desk.as("10").edit(fitOf(80));
    await desk.as("10").approve("marketing");

    await rollBack(2);

    expect((await desk.as("10").read()).draft?.approvals.map(({ given }) => given)).toEqual([
      null,
      null,
    ]);
  });
});

test("who works which queue is in force with the playbook", async () => {
  const members = { sales: ["20", "21"], nurture: ["10"] };
  await desk.as("10").begin();
  await desk.as("10").edit((playbook) => ({ ...playbook, people: { ...people, members } }));
  await desk.as("10").approve("marketing");
  await desk.as("20").approve("sales");
  await desk.as("10").publish();

  const kept = await desk.db
    .selectFrom("queue_members")
    .select(["route", "user_id"])
    .orderBy("user_id")
    .execute();

  expect(kept).toEqual([
    { route: "nurture", user_id: "10" },
    { route: "sales", user_id: "20" },
    { route: "sales", user_id: "21" },
  ]);
});

test("a preset keeps the portal's people, hours and queues", async () => {
  const { body } = await desk.as("10").begin({ kind: "preset", preset: "quality" });

  expect(body.draft?.document).toMatchObject({ name: "Quality", people, fit: { minimum: 60 } });
});

test("the version in force since the installation is approved without a draft", async () => {
  const approve = (userId: string, side: string) =>
    desk.as(userId).ask<object>("post", "/api/settings/approvals", {
      key: randomUUID(),
      side,
      of: { kind: "version", version: 1 },
    });

  const answers = [(await approve("10", "marketing")).body, (await approve("20", "sales")).body];

  expect(answers).toEqual([{ kind: "waiting" }, { kind: "agreed" }]);
  expect(await desk.as("10").read()).toMatchObject({ mode: "active", inForce: { isAgreed: true } });
});
