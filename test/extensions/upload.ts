import { cpSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { shouldIgnoreFile } from "@hubspot/local-dev-lib/ignoreRules";

export const projectDir = fileURLToPath(new URL("../..", import.meta.url));
export const sourceDir = join(projectDir, "extensions");
export const cardsDir = join(sourceDir, "app/cards");

/** Copies what HubSpot receives at an upload: the source folder alone, as the CLI's archiver filters it. */
export function copyUpload(target: string): void {
  cpSync(sourceDir, target, {
    recursive: true,
    filter: (file) => file === sourceDir || !shouldIgnoreFile(relative(sourceDir, file), true),
  });
}

/** File names of the cards, each built to a bundle of its own. */
export function entrypoints(): string[] {
  return readdirSync(cardsDir).filter((name) => name.endsWith("Card.tsx"));
}
