import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { exampleRecords } from "../../sandbox/seed/example-records.ts";
import { eventually } from "../build/eventually.ts";
import { type Stack, startStack } from "./stack.ts";

// The operator's commands as a person runs them, beside a server whose database is its own.

let stack: Stack;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "medqual-cli-"));
  stack = await startStack({ seed: (now) => ({ ...demoPortal(now), ...exampleRecords(now) }) });
  await stack.install();
}, 60_000);
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
});

function medqual(...words: readonly string[]) {
  const args = ["--import", "tsx", "server/cli/main.ts", ...words, "--data-dir", stack.dataDir];
  return new Promise<{ readonly code: number; readonly out: string; readonly err: string }>(
    (resolve) =>
      execFile(process.execPath, args, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      ),
  );
}

test("status tells how the portal is, for people and for programs", async () => {
  const atRest = await eventually(
    () => medqual("status", "--json"),
    ({ out }) => /"step": "done"/.test(out) && /"toDecide": 0/.test(out),
    60_000,
  );
  const [portal] = JSON.parse(atRest.out) as readonly { readonly portalId: string }[];
  const { out, code } = await medqual("status");

  expect(portal).toMatchObject({ state: "connected", mode: "active", parked: 0, problems: [] });
  expect(code).toBe(0);
  expect(out).toContain(`Portal ${portal?.portalId}: connected, active, playbook version 1`);
  expect(out).toContain("mql 2");
}, 90_000);

test("a rescore is followed to its end, and a playbook travels as a file", async () => {
  const [portal] = await stack.server.services.db
    .selectFrom("portals")
    .select("portal_id")
    .execute();
  const id = portal?.portal_id ?? "";
  const file = join(folder, "playbook.yaml");

  const rescored = await medqual("rescore", id);
  const exported = await medqual("playbook", "export", id);
  writeFileSync(file, exported.out.replace(/^fit:\n  minimum: 50/mu, "fit:\n  minimum: 55"));
  const checked = await medqual("playbook", "check", file);
  const imported = await medqual("playbook", "import", id, file);

  expect(rescored).toMatchObject({ code: 0, out: expect.stringContaining("Done") });
  expect(checked).toEqual({ code: 0, out: "\n", err: "" });
  expect(imported).toMatchObject({
    code: 0,
    out: `${file} is the draft of portal ${id} now.\nFit: minimum 55 instead of 50.\n`,
  });
}, 90_000);

test.each([
  [["rescore", "nonsense"], 2, "nonsense is no portal id"],
  [["rescore", "99"], 1, "Portal 99 is not known."],
  [["purge", "99"], 2, "This cannot be undone."],
  [["replay", "nowhere.json"], 2, "nowhere.json cannot be read"],
  [["polish"], 2, "There is no command polish."],
  [["playbook", "burn"], 2, "There is no “playbook burn”"],
] as const)(
  "medqual %j ends with %i and says what to do",
  async (words, code, message) => {
    const ended = await medqual(...words);

    expect(ended.code).toBe(code);
    expect(ended.err).toContain(message);
  },
  30_000,
);
