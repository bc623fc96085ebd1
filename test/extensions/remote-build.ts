import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import { gzipSync } from "node:zlib";
import { remoteBuild } from "@hubspot/ui-extensions-dev-server/build";
import { copyUpload, entrypoints } from "./upload.ts";

// HubSpot's build, step by step, on the upload alone: what imports from outside of it fails here.
// Installs the cards' own packages, so it needs the npm registry.

const mostGzipBytes = 60_000;
const upload = mkdtempSync(join(tmpdir(), "upload-"));
copyUpload(upload);
const root = join(upload, "app/cards");
const flags = ["--ignore-scripts", "--no-audit", "--no-optional", "--no-fund"];
execFileSync("npm", ["ci", ...flags], { cwd: root, stdio: "inherit" });
for (const name of entrypoints()) {
  const outputDir = join(upload, "dist");
  await remoteBuild({ root, entryPoint: join(root, name), outputDir, logLevel: "warn" });
  const { length } = gzipSync(readFileSync(join(outputDir, `${parse(name).name}.js`)));
  process.stdout.write(`${name}: ${length} bytes gzip, at most ${mostGzipBytes}\n`);
  if (length > mostGzipBytes) process.exitCode = 1;
}
rmSync(upload, { recursive: true });
