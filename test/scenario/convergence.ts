import { converge, type Plan } from "./convergence/converge.ts";
import { variants } from "./convergence/variants.ts";

// The long form: more portals, more processes, PostgreSQL and Redis that are killed too. A failure is
// repeated with the seed it printed: CONVERGENCE_SEED=… npm run convergence
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const say = (text: string) => void process.stdout.write(`${text}\n`);
const asked = process.env["CONVERGENCE_VARIANT"];
const names = ["cautious", "other"] as const;
const chosen = names.filter((name) => asked === undefined || asked === name);
const outcomes = [];
for (const variant of chosen) outcomes.push(await run(variant));
process.exitCode = outcomes.every((isGood) => isGood) ? 0 : 1;

async function run(variant: keyof typeof variants): Promise<boolean> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const plan: Plan = {
    seed: number("CONVERGENCE_SEED", Math.floor(Math.random() * 1_000_000)),
    portals: number("CONVERGENCE_PORTALS", 8),
    contacts: number("CONVERGENCE_CONTACTS", 200),
    workers: number("CONVERGENCE_WORKERS", 2),
    deeds: number("CONVERGENCE_DEEDS", 300),
    kills: number("CONVERGENCE_KILLS", 20),
    databaseCrashes: number("CONVERGENCE_DATABASE_CRASHES", 3),
    redisRestarts: number("CONVERGENCE_REDIS_RESTARTS", 3),
    redisFlushes: number("CONVERGENCE_REDIS_FLUSHES", 2),
    switches: variants[variant],
    say: (text) => say(`${seconds().toFixed(1).padStart(7)} s  ${text}`),
  };
  const { seed, kills, portals, workers } = plan;
  say(`${variant} variant, seed ${seed}`);
  const { differences, parked, ...counts } = await converge(plan);
  for (const { record, what } of differences.slice(0, 40)) say(`  ${record} ${what}`);
  for (const row of parked.slice(0, 10)) say(`  parked: ${JSON.stringify(row)}`);
  const isGood = differences.length + parked.length + counts.deaths === 0;
  say(
    isGood ? "converged" : `NOT converged: CONVERGENCE_VARIANT=${variant} CONVERGENCE_SEED=${seed}`,
  );
  const found = { differences: differences.length, parked: parked.length };
  const run = { variant, seed, portals, workers, kills, seconds: Math.round(seconds()) };
  say(`figures: ${JSON.stringify({ ...run, ...found, ...counts })}`);
  return isGood;
}
