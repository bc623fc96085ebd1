import { randomUUID } from "node:crypto";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";
import { openDesk } from "./settings-desk.ts";

let store: Store;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  desk = await openDesk(store);
});

test.each([
  ["no JSON", "{"],
  ["a key that says too little", { key: "k", revision: 0, from: { kind: "in_force" } }],
  ["an origin that is none", { key: randomUUID(), revision: 0, from: { kind: "air" } }],
])("%s is refused", async (_what, body) => {
  const asked = await desk.as("10").ask("post", "/api/settings/draft", Object(body) as object);

  expect(asked.status).toBe(400);
});

test("a document with an unknown operator is refused with the place", async () => {
  const { body } = await desk.as("10").begin();
  const document = JSON.parse(JSON.stringify(body.draft?.document)) as {
    fit: { criteria: { condition: object }[] };
  };
  document.fit.criteria[0] = { condition: { operator: "LIKE", value: "x" } };

  const { revision } = body.draft ?? {};
  const refused = await desk
    .as("10")
    .ask("post", "/api/settings/draft/document", { revision, document });

  expect(refused.status).toBe(400);
  expect(refused.body.title).toContain("fit.criteria[0]");
});
