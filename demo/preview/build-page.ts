import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSingleExtension } from "@hubspot/ui-extensions-dev-server/build";
import { build } from "esbuild";
import type { Extension } from "./read-extensions.ts";

const pageDir = fileURLToPath(new URL("page", import.meta.url));

/**
 * Builds what the preview serves: the extensions as HubSpot's own builder bundles them, unmodified,
 * and the page and worker around them, which are ours.
 */
export async function buildPage(outDir: string, extensions: readonly Extension[]): Promise<void> {
  await build({
    entryPoints: ["main.tsx", "worker.ts", "style.css"].map((name) => join(pageDir, name)),
    outdir: outDir,
    bundle: true,
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  // Several places may show the same file.
  const bundles = new Map(extensions.map(({ file, bundle }) => [file, bundle]));
  for (const [file, bundle] of bundles)
    await buildSingleExtension({
      file,
      outputDir: join(outDir, dirname(bundle)),
      emptyOutDir: false,
      root: dirname(file),
      logLevel: "warn",
    });
}
