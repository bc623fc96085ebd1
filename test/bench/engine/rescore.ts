import { publish } from "../../../server/assess/publish.ts";
import { stages } from "../../../server/deliver/verify.ts";
import { latestVersion, readPlaybook } from "../../../server/store/playbooks.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { eventually } from "../../build/eventually.ts";
import type { Call } from "../../scenario/watching-proxy.ts";
import { pages, paces } from "./back-fill.ts";
import { countCalls, distinctOf, secondsOf, writtenRecords } from "./calls.ts";
import { cpuSeconds } from "./cpu-seconds.ts";
import { quantile, type Report } from "./figures.ts";
import { openOperator, type Operator } from "./operator.ts";
import type { System } from "./system.ts";

const longestMs = 10 * 60_000;

/** Publishes two playbooks, one after the other, and counts what each takes until the portal shows it. */
export async function rescore(system: System, report: Report): Promise<void> {
  if (!system.stores) return report.say("Rescore: left out, it needs PostgreSQL");
  const operator = await openOperator(system.stores);
  for (const change of changes) await rescoreOnce(system, { operator, report, change });
  await operator.close();
}

async function rescoreOnce(
  system: System,
  work: { readonly operator: Operator; readonly report: Report; readonly change: Change },
): Promise<void> {
  const { door, sandbox, worker } = system;
  const { operator, report, change } = work;
  const portalId = String(sandbox.portalId);
  const { db } = operator.services;
  const present = await readPlaybook(db, portalId, await latestVersion(db, portalId));
  const before = door.calls.length;
  report.say(`Rescore after ${change.name}`);
  const startedAt = Date.now();
  const cpuBefore = cpuSeconds(worker?.pid ?? 0);
  const published = await publish(operator.services, portalId, change.apply(present));
  const cards = watchCards(system, operator);
  await eventually(operator.waiting, (count) => count === 0, longestMs);
  const cpu = cpuSeconds(worker?.pid ?? 0) - cpuBefore;
  const cardTimes = await cards.stop();

  const calls = door.calls.slice(before);
  const counted = countCalls(calls);
  const written = writtenRecords(calls);
  const changed = ["contacts", "deals"].map((type) => distinctOf(written, type));
  const staged = new Set(
    written
      .filter(({ properties }) => stages.some((name) => name in properties))
      .map(({ id }) => id),
  );
  const flips = written.filter(({ properties }) => "medqual_status" in properties).length;
  const bound = changed.reduce((sum, count) => sum + pages(count), 0) + pages(staged.size);
  const [contacts = 0, deals = 0] = changed;
  report.say(
    `  decided again from the ${published.from}: ${contacts} contacts and ${deals} deals changed, ` +
      `${flips} flips of status, ${staged.size} stages written; ` +
      `the worker used ${cpu.toFixed(1)} s of processor time`,
  );
  report.add({
    name: `${change.key} calls`,
    value: counted.main,
    unit: "calls",
    atMost: 1.02 * bound,
    note: `Σ ⌈changed/100⌉ + ⌈L/100⌉ = ${bound}`,
  });
  report.add({ name: `${change.key} reads`, value: readsOf(calls), unit: "calls", atMost: 0 });
  const seconds = secondsOf(calls, startedAt);
  const least = bound / paces.ours;
  report.add({ name: `${change.key} time`, value: seconds, unit: "s", atMost: 1.1 * least });
  report.add({
    name: `${change.key} time against HubSpot's own limit`,
    value: seconds / (bound / paces.hubspot),
    unit: `× calls ÷ ${paces.hubspot}/s`,
  });
  report.add({ name: `${change.key} answers of 429`, value: counted.refused, unit: "", atMost: 0 });
  report.add({
    name: `${change.key} write amplification`,
    value: written.length / (contacts + deals),
    unit: "writes per non-empty plan",
    atMost: 1,
  });
  report.add({
    name: `card request during the ${change.key}, p95`,
    value: quantile(cardTimes, 0.95),
    unit: "ms",
    below: 300,
    note: `${cardTimes.length} requests, p50 ${quantile(cardTimes, 0.5).toFixed(0)} ms`,
  });
}

type Change = {
  readonly key: string;
  readonly name: string;
  readonly apply: (playbook: Playbook) => Playbook;
};

const changes: readonly Change[] = [
  {
    key: "large rescore",
    name: "every criterion of fit was given other points: most records change",
    apply: ({ fit, committee, ...playbook }) => ({
      ...playbook,
      fit: { ...fit, criteria: fit.criteria.map((each) => ({ ...each, points: each.points * 2 })) },
      committee: {
        ...committee,
        dealStages: { ...committee.dealStages, appointmentscheduled: "everybody" },
      },
    }),
  },
  {
    key: "small rescore",
    name: "a higher minimum of fit: few records change, and deciding takes longer than writing",
    apply: ({ fit, ...playbook }) => ({ ...playbook, fit: { ...fit, minimum: fit.minimum + 15 } }),
  },
];

/** Reads that are not the reading back of stages. */
function readsOf(calls: readonly Call[]): number {
  return calls.filter(({ method, path, body }) => {
    if (path.includes("/search")) return false;
    if (method === "GET") return true;
    if (!path.endsWith("/batch/read")) return false;
    const { properties } = JSON.parse(body) as { properties: readonly string[] };
    return properties.some((name) => !stages.some((stage) => stage === name));
  }).length;
}

/** People go on looking at cards: ten requests a second, each for another contact. */
function watchCards(system: System, operator: Operator) {
  const times: number[] = [];
  const asking = new Set<Promise<void>>();
  let ids: readonly string[] = [];
  const { db } = operator.services;
  const query = db
    .selectFrom("standings")
    .select("object_id")
    .where("object_type", "=", "contacts");
  void query.execute().then((rows) => (ids = rows.map((row) => row.object_id)));
  let turn = 0;
  const timer = setInterval(() => {
    const id = ids[(turn += 7_919) % Math.max(1, ids.length)];
    if (id === undefined) return;
    const asked = ask(id).finally(() => asking.delete(asked));
    asking.add(asked);
  }, 100);

  async function ask(id: string): Promise<void> {
    const start = performance.now();
    const { status, body } = await system.ask(`/api/card?objectTypeId=0-1&objectId=${id}`);
    if (status !== 200) throw new Error(`the card of ${id} answered ${status}: ${body}`);
    times.push(performance.now() - start);
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(asking);
      return times;
    },
  };
}
