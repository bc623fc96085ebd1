import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSingleExtension } from "@hubspot/ui-extensions-dev-server/build";
import { build } from "esbuild";

const pageDir = fileURLToPath(new URL("page", import.meta.url));
/** Absolute: HubSpot's builder resolves an entry against its own root. */
const cardsDir = fileURLToPath(new URL("../../extensions/app/cards", import.meta.url));

/**
 * Builds what the preview serves: the cards as HubSpot's own builder bundles them, unmodified, and
 * the page and worker around them, which are ours.
 */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    entryPoints: ["main.tsx", "worker.ts", "style.css"].map((name) => join(pageDir, name)),
    outdir: outDir,
    bundle: true,
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  for (const name of readdirSync(cardsDir).filter((file) => file.endsWith("Card.tsx")))
    await buildSingleExtension({
      file: join(cardsDir, name),
      outputDir: join(outDir, "bundle"),
      emptyOutDir: false,
      root: cardsDir,
      logLevel: "warn",
    });
}
