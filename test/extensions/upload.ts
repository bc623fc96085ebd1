import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { shouldIgnoreFile } from "@hubspot/local-dev-lib/ignoreRules";

export const projectDir = fileURLToPath(new URL("../..", import.meta.url));
export const sourceDir = join(projectDir, "extensions");

/** Copies what HubSpot receives at an upload: the source folder alone, as the CLI's archiver filters it. */
export function copyUpload(target: string): void {
  cpSync(sourceDir, target, {
    recursive: true,
    filter: (file) => file === sourceDir || !shouldIgnoreFile(relative(sourceDir, file), true),
  });
}

/** What HubSpot builds, each to a bundle of its own: the entrypoints that the project's components name. */
export function entrypoints(root: string): readonly string[] {
  const components = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("-hsmeta.json") && !path.includes("node_modules"))
    .map((path) => JSON.parse(readFileSync(join(root, path), "utf8")) as Component);
  return [...new Set(components.flatMap(({ config }) => config?.entrypoint ?? []))];
}

type Component = { readonly config?: { readonly entrypoint?: string } };
