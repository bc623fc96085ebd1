import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { z } from "zod";

/** A UI extension of the app, as its hsmeta file describes it. */
export type Extension = {
  readonly uid: string;
  readonly name: string;
  /** Where HubSpot shows it, in HubSpot's words. */
  readonly location: string;
  /** Plural names of the objects; empty away from records. */
  readonly objectTypes: readonly string[];
  /** The file that calls `hubspot.extend`. */
  readonly file: string;
  /** Where the preview serves its bundle. */
  readonly bundle: string;
};

const meta = z.object({
  uid: z.string(),
  type: z.string(),
  config: z.object({
    name: z.string().optional(),
    label: z.string().optional(),
    location: z.string().optional(),
    entrypoint: z.string().optional(),
    objectTypes: z.array(z.string()).optional(),
  }),
});

/** Places that HubSpot derives from a component's type; a card names its own. */
const places: Readonly<Record<string, string>> = {
  settings: "settings",
  page: "pages",
  "crm-bulk-action": "crm.bulkActions",
};

/** Finds the UI extensions below an app's folder; HubSpot reads the hsmeta files of exactly these folders. */
export function readExtensions(appDir: string): readonly Extension[] {
  return readdirSync(appDir)
    .filter((name) => statSync(join(appDir, name)).isDirectory())
    .flatMap((folder) =>
      readdirSync(join(appDir, folder))
        .filter((name) => name.endsWith("-hsmeta.json"))
        .flatMap((name) => read(appDir, join(appDir, folder, name))),
    );
}

function read(appDir: string, metaFile: string): readonly Extension[] {
  const parsed = meta.parse(JSON.parse(readFileSync(metaFile, "utf8")));
  const { uid, type, config } = parsed;
  const location = config.location ?? places[type];
  if (config.entrypoint === undefined || location === undefined) return [];
  const file = join(dirname(appDir), config.entrypoint);
  const folder = basename(dirname(file));
  return [
    {
      uid,
      name: config.name ?? config.label ?? "Medqual",
      location,
      objectTypes: config.objectTypes ?? [],
      file,
      bundle: `/bundle/${folder}/${basename(file, extname(file))}.js`,
    },
  ];
}
