import { atRest } from "./engine/at-rest.ts";
import { backFill } from "./engine/back-fill.ts";
import { baseline } from "./engine/baseline.ts";
import { endpoint } from "./engine/endpoint.ts";
import { createReport, holds, machine } from "./engine/figures.ts";
import { rescore } from "./engine/rescore.ts";
import { available, startSystem, type System } from "./engine/system.ts";

// What the engine costs and how long it takes, beside what is asked of it. Everything runs on this
// machine against the sandbox portal; names of parts as arguments run those alone.
const parts = ["back-fill", "rescore", "at-rest", "baseline", "endpoint"] as const;
type Part = (typeof parts)[number];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part === name));
const report = createReport();
if (unknown.length > 0) {
  report.say(`There is no part ${unknown.join(", ")}; there are ${parts.join(", ")}.`);
  process.exit(2);
}
const wanted = (part: Part) => asked.length === 0 || asked.includes(part);

report.say(machine());
const contacts = Number(process.env["BENCH_CONTACTS"] ?? 20_000);
if (parts.slice(0, 4).some(wanted)) {
  const storage = available("postgresql") ? "postgresql" : "embedded";
  await within({ storage, contacts }, async (system) => {
    const cost = await backFill(system, report);
    if (wanted("at-rest")) await atRest(system, report);
    if (wanted("rescore")) await rescore(system, report);
    if (wanted("baseline")) await baseline(system, report, cost);
  });
}
if (wanted("endpoint"))
  for (const storage of ["embedded", "postgresql"] as const) {
    if (!available(storage))
      report.say("PostgreSQL is not installed: the endpoint is not tried on it");
    else await within({ storage, contacts: 500 }, (system) => endpoint(system, report));
  }

report.say(machine());
const missed = report.all().filter((figure) => !holds(figure));
report.say(
  missed.length === 0
    ? "every figure holds its limit"
    : `missed: ${missed.map(({ name }) => name).join(", ")}`,
);
report.say(
  `figures: ${JSON.stringify(Object.fromEntries(report.all().map(({ name, value }) => [name, Math.round(value * 1_000) / 1_000])))}`,
);
process.exit();

async function within(
  options: Parameters<typeof startSystem>[0],
  act: (system: System) => Promise<void>,
): Promise<void> {
  const system = await startSystem(options);
  report.say(`stores: ${system.stores?.kind ?? "the embedded ones"}`);
  try {
    await act(system);
  } finally {
    await system.stop();
  }
}
