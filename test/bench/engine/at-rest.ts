import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "../../scenario/watching-proxy.ts";
import { quantile, type Report } from "./figures.ts";
import type { System } from "./system.ts";

const changes = 60;
const longestMs = 10_000;
const titles = ["Chief Information Officer", "Student"] as const;

/** Somebody changes a title in HubSpot, nothing else goes on: how soon our property is written. */
export async function atRest(system: System, report: Report): Promise<void> {
  const { sandbox, door } = system;
  report.say(`From a change in HubSpot to our property written, at rest: ${changes} changes`);
  const page = (await sandbox.send(
    "/crm/objects/2026-09/contacts?limit=100&properties=medqual_status",
  )) as { readonly results: readonly Found[] };
  const people = page.results
    .filter(({ properties }) => properties["medqual_status"] !== "disqualified")
    .slice(0, changes);
  const times: number[] = [];
  let unwritten = 0;
  for (const [turn, { id }] of people.entries()) {
    const before = door.calls.length;
    const path = `/crm/objects/2026-09/contacts/${id}`;
    const jobtitle = `${titles[turn % 2]} ${turn}`;
    await sandbox.send(path, { method: "PATCH", body: { properties: { jobtitle } } });
    const changedAt = Date.now();
    const writtenAt = await seeWritten(() => door.calls.slice(before), id, changedAt);
    if (writtenAt === null) unwritten += 1;
    else times.push(writtenAt - changedAt);
    await sleep(300); // so that the next one finds a system at rest
  }
  report.say(`  ${unwritten} of ${people.length} changes made no difference to what is written`);
  report.add({
    name: "event to property written, p50",
    value: quantile(times, 0.5),
    unit: "ms",
    note: `${times.length} writes`,
  });
  report.add({
    name: "event to property written, p95",
    value: quantile(times, 0.95),
    unit: "ms",
    below: 2_000,
    note: "100 ms of it pass while the sandbox gathers events",
  });
}

type Found = { readonly id: string; readonly properties: Readonly<Record<string, string>> };

async function seeWritten(
  calls: () => readonly Call[],
  id: string,
  since: number,
): Promise<number | null> {
  while (Date.now() < since + longestMs) {
    const now = Date.now();
    const written = calls().some(
      ({ path, body, status }) =>
        path.endsWith("/contacts/batch/update") && status !== null && body.includes(`"id":"${id}"`),
    );
    if (written) return now;
    await sleep(5);
  }
  return null;
}
