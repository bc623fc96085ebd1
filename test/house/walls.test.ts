import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

// The walls of the house are rules of the compiler and the linter. These tests break them on purpose.

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "house-"));
  cpSync("tsconfig.json", join(house, "tsconfig.json"));
  cpSync(".oxlintrc.json", join(house, ".oxlintrc.json"));
  mkdirSync(join(house, "src"));
  cpSync("src/tsconfig.json", join(house, "src/tsconfig.json"));
  symlinkSync(resolve("node_modules"), join(house, "node_modules"));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(file: string, code: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), code);
}

function run(tool: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(join("node_modules/.bin", tool), args, {
    cwd: house,
    encoding: "utf8",
  });
  return stdout + stderr;
}

test("the compiler keeps Node, the network, timers and other folders out of src", () => {
  const breaches: Readonly<Record<string, string>> = {
    "file-system": `import { readFileSync } from "node:fs";\nexport const x = readFileSync;`,
    environment: `export const x = process.env;`,
    output: `console.log("x");`,
    timer: `setTimeout(() => {}, 1);`,
    network: `export const x = fetch("https://example.com");`,
    address: `export const x = new URL("https://example.com");`,
    "other-folder": `import { y } from "../server/y.ts";\nexport const x = y;`,
  };
  for (const [name, code] of Object.entries(breaches)) put(`src/${name}.ts`, code);
  put("server/y.ts", "export const y = 1;");

  const output = run("tsc", ["-p", "src"]);

  const refused = Object.keys(breaches).filter((name) => output.includes(`${name}.ts`));
  expect(refused).toEqual(Object.keys(breaches));
  rmSync(join(house, "src"), { recursive: true });
});

test.each([
  ["src takes no package", "src/a.ts", `import { z } from "zod";\nexport const a = z;`],
  ["src knows no clock", "src/b.ts", `export const b = () => Date.now();`],
  ["src knows no server", "src/c.ts", `import { y } from "../server/y.ts";\nexport const c = y;`],
  [
    "the server knows no sandbox",
    "server/d.ts",
    `import { s } from "../sandbox/s.ts";\nexport const d = s;`,
  ],
  [
    "only one file knows the SDK",
    "server/e.ts",
    `import { Client } from "@hubspot/api-client";\nexport const e = Client;`,
  ],
  [
    "the sandbox knows nothing of us",
    "sandbox/f.ts",
    `import { v } from "../src/v.ts";\nexport const f = v;`,
  ],
  [
    "a card takes types only",
    "extensions/app/cards/g.ts",
    `import { v } from "../../../src/view/v.ts";\nexport const g = v;`,
  ],
  [
    "a card knows no server",
    "extensions/app/cards/h.ts",
    `import type { S } from "../../../server/s.ts";\nexport type H = S;`,
  ],
  [
    "the demonstration talks HTTP",
    "demo/i.ts",
    `import { y } from "../server/y.ts";\nexport const i = y;`,
  ],
])("the linter: %s", (_rule, file, code) => {
  put(file, code);

  const output = run("oxlint", ["--format=unix", file]);

  expect(output).toMatch(/no-restricted-(imports|globals)/);
  rmSync(join(house, file));
});

test("the linter lets through what is allowed", () => {
  put("src/ok.ts", `export const ok = 1;`);
  put("server/ok.ts", `import { ok } from "../src/ok.ts";\nexport const used = ok;`);
  put(
    "extensions/app/cards/ok.ts",
    `import type { V } from "../../../src/view/v.ts";\nexport type W = V;`,
  );

  const output = run("oxlint", [
    "--format=unix",
    "src/ok.ts",
    "server/ok.ts",
    "extensions/app/cards/ok.ts",
  ]);

  expect(output).not.toMatch(/no-restricted/);
});

test("the linter holds extensions to HubSpot's own rules", () => {
  put("extensions/app/cards/k.tsx", "export const K = () => <div>{localStorage.length}</div>;");

  const output = run("oxlint", ["--format=unix", "extensions/app/cards/k.tsx"]);

  expect(output).toContain("hubspot(no-html-elements)");
  expect(output).toContain("hubspot(no-browser-storage)");
});
