import { installApp } from "../../../demo/install-app.ts";
import { countCalls, distinctOf, secondsOf, writtenRecords } from "./calls.ts";
import { cpuSeconds } from "./cpu-seconds.ts";
import type { Report } from "./figures.ts";
import type { System } from "./system.ts";

/** Calls per second that the pace allows, and that HubSpot allows. */
export const paces = { ours: 10.2, hubspot: 11 } as const;

export type Cost = {
  readonly contacts: number;
  readonly calls: number;
  readonly seconds: number;
};

/** Connects the portal and waits until everything is listed, decided, written and read back. */
export async function backFill(system: System, report: Report): Promise<Cost> {
  const { door, sandbox, worker, url } = system;
  const { contacts, companies, deals } = sandbox.records;
  report.say(`Back-fill of ${contacts} contacts, ${companies} companies, ${deals} deals`);
  await installApp(`${url}/oauth/install`);
  await worker?.see((line) => line.msg === "back-fill finished");

  const first = door.calls.findIndex(({ path }) => /^\/crm\/objects\/[^/]+\/\w+\?/.test(path));
  const calls = door.calls.slice(first);
  const startedAt = calls[0]?.at ?? 0;
  const counted = countCalls(calls);
  const written = writtenRecords(calls);
  const staged = new Set(
    written
      .filter(({ properties }) => "lifecyclestage" in properties || "hs_lead_status" in properties)
      .map(({ objectType, id }) => `${objectType} ${id}`),
  );
  const lines = [
    ["list companies", pages(companies), counted.lists["companies"] ?? 0],
    ["list deals", pages(deals), counted.lists["deals"] ?? 0],
    ["list contacts", pages(contacts), counted.lists["contacts"] ?? 0],
    [
      "write contacts and deals",
      pages(distinctOf(written, "contacts")) + pages(distinctOf(written, "deals")),
      counted.updates,
    ],
    ["read back stages", pages(staged.size), counted.reads],
    ["anything else", 0, counted.other],
  ] as const;
  for (const [name, least, made] of lines) report.say(`  ${name}: ${made} calls, minimum ${least}`);
  const minimum = lines.reduce((sum, [, least]) => sum + least, 0);
  const cpu = cpuSeconds(worker?.pid ?? 0);
  report.say(`  processor time of the worker: ${cpu.toFixed(1)} s`);
  report.say(`  beside them, in a bucket of their own: ${counted.searches} searches of the sweep`);
  report.add({
    name: "back-fill calls",
    value: counted.main,
    unit: "calls",
    atMost: 1.05 * minimum,
    note: `minimum ${minimum}`,
  });
  const seconds = secondsOf(calls, startedAt);
  const bound = minimum / paces.ours;
  report.add({ name: "back-fill time", value: seconds, unit: "s", atMost: 1.1 * bound });
  report.add({
    name: "back-fill time against HubSpot's own limit",
    value: seconds / (minimum / paces.hubspot),
    unit: `× minimum ÷ ${paces.hubspot}/s`,
  });
  report.add({ name: "back-fill answers of 429", value: counted.refused, unit: "", atMost: 0 });
  report.add({
    name: "back-fill write amplification",
    value: written.length / (distinctOf(written, "contacts") + distinctOf(written, "deals")),
    unit: "writes per non-empty plan",
    atMost: 1,
  });
  return { contacts, calls: counted.main, seconds };
}

export function pages(records: number): number {
  return Math.ceil(records / 100);
}
