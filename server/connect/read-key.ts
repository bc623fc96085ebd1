import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";

/**
 * The key that seals tokens at rest: MEDQUAL_KEY, else one made once and kept beside the embedded
 * database, readable by its owner alone.
 */
export function readKey(config: Pick<Config, "key" | "dataDir">): string {
  if (config.key) return config.key;
  const file = join(config.dataDir, "key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(config.dataDir, { recursive: true });
  const key = randomBytes(32).toString("base64");
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
