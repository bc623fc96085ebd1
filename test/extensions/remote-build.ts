import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { gzipSync } from "node:zlib";
import { remoteBuild } from "@hubspot/ui-extensions-dev-server/build";
import { copyUpload, entrypoints } from "./upload.ts";

// HubSpot's build, step by step, on the upload alone: what imports from outside of it fails here.
// Installs the extensions' own packages, so it needs the npm registry.

const mostGzipBytes = 60_000;
const upload = mkdtempSync(join(tmpdir(), "upload-"));
const flags = ["--ignore-scripts", "--no-audit", "--no-optional", "--no-fund"];
copyUpload(upload);
const entries = entrypoints(upload);
for (const root of new Set(entries.map((entry) => join(upload, dirname(entry))))) install(root);
for (const entry of entries) await build(entry);
rmSync(upload, { recursive: true });

/** npm finds the workspaces above the folder by itself, and installs all of them at once. */
function install(root: string): void {
  const lockIsNear = ["package-lock.json", "../package-lock.json"].some((name) =>
    existsSync(join(root, name)),
  );
  if (!lockIsNear)
    throw new Error(`${root} has no lock: what HubSpot builds could change by itself.`);
  execFileSync("npm", ["ci", ...flags], { cwd: root, stdio: "inherit" });
}

async function build(entry: string): Promise<void> {
  const root = join(upload, dirname(entry));
  const outputDir = join(upload, "dist");
  await remoteBuild({ root, entryPoint: join(upload, entry), outputDir, logLevel: "warn" });
  const { length } = gzipSync(readFileSync(join(outputDir, `${parse(entry).name}.js`)));
  process.stdout.write(`${entry}: ${length} bytes gzip, at most ${mostGzipBytes}\n`);
  if (length > mostGzipBytes) process.exitCode = 1;
}
