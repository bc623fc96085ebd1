import { setTimeout as sleep } from "node:timers/promises";
import { installApp } from "../../../demo/install-app.ts";
import { signatureHeaders } from "../../../sandbox/webhooks/signature.ts";
import { eventually } from "../../build/eventually.ts";
import { cpuSeconds } from "./cpu-seconds.ts";
import { quantile, type Report } from "./figures.ts";
import { credentials } from "./sandbox-process.ts";
import type { System } from "./system.ts";

const eventsEach = 10;
const asked = { perSecond: 150, seconds: Number(process.env["BENCH_SECONDS"] ?? 60) } as const;
const longestP99 = 500;
/** Steps on the way to the highest rate that holds. */
const step = { factor: 1.3, seconds: 10, most: 3_000 } as const;

type Load = {
  readonly sent: number;
  readonly events: number;
  readonly times: readonly number[];
  /** Answers by status; 0: none came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Events that the answers account for. */
  readonly accounted: number;
};

/** Pushes events at HubSpot's pace and faster, while the server works on what they touch. */
export async function endpoint(system: System, report: Report): Promise<void> {
  const { url, worker, storage } = system;
  report.say(`Webhook endpoint on ${system.stores?.kind ?? "the embedded stores"}`);
  await installApp(`${url}/oauth/install`);
  await worker?.see((line) => line.msg === "back-fill finished");
  const ids = (await system.sandbox.send(
    "/crm/objects/2026-09/contacts?limit=100&properties=email",
  )) as { readonly results: readonly { readonly id: string }[] };
  const contactIds = ids.results.map(({ id }) => Number(id));

  const before = await takenEvents(url);
  const usedBefore = system.pids.map(cpuSeconds);
  const load = await push(system, { ...asked, contactIds });
  const used = system.pids.map((pid, at) => (cpuSeconds(pid) - (usedBefore[at] ?? 0)).toFixed(1));
  report.say(`  processor time of the server processes meanwhile: ${used.join(" s, ")} s`);
  const p99 = quantile(load.times, 0.99);
  report.add({
    name: `endpoint p99 at ${asked.perSecond} requests/s × ${eventsEach} events (${storage})`,
    value: p99,
    unit: "ms",
    below: longestP99,
    note: `${load.sent} requests, p50 ${quantile(load.times, 0.5).toFixed(0)} ms, most ${quantile(load.times, 1).toFixed(0)} ms`,
  });
  const refused = Object.entries(load.statuses).filter(([status]) => status !== "200");
  report.add({
    name: `endpoint answers other than 200 (${storage})`,
    value: refused.reduce((sum, [, count]) => sum + count, 0),
    unit: "",
    atMost: 0,
    ...(refused.length > 0 && { note: JSON.stringify(load.statuses) }),
  });
  const counted = (await takenEvents(url)) - before;
  report.add({
    name: `endpoint events unaccounted for (${storage})`,
    value: Math.abs(load.events - counted) + Math.abs(load.events - load.accounted),
    unit: `of ${load.events}`,
    atMost: 0,
    note: `taken by the server's own count: ${counted}`,
  });
  await readAgain(system, report, contactIds);

  let highest = 0;
  for (let rate: number = asked.perSecond; rate <= step.most; rate *= step.factor) {
    const perSecond = Math.round(rate);
    const tried = await push(system, { perSecond, seconds: step.seconds, contactIds });
    const p99Now = quantile(tried.times, 0.99);
    const isWell = p99Now < longestP99 && Object.keys(tried.statuses).every((s) => s === "200");
    report.say(
      `  ${perSecond} requests/s: p99 ${p99Now.toFixed(0)} ms, ${JSON.stringify(tried.statuses)}`,
    );
    if (!isWell) break;
    highest = perSecond;
  }
  report.add({
    name: `endpoint highest rate that holds (${storage})`,
    value: highest,
    unit: `requests/s × ${eventsEach} events for ${step.seconds} s`,
  });
}

/** Each record that was touched is read again after the last event was taken. */
async function readAgain(
  { door }: System,
  report: Report,
  contactIds: readonly number[],
): Promise<void> {
  const since = Date.now();
  const unread = () => {
    const left = new Set(contactIds.map(String));
    for (const { path, body, at } of door.calls) {
      if (at < since || !path.endsWith("/contacts/batch/read")) continue;
      for (const { id } of (JSON.parse(body) as { inputs: { id: string }[] }).inputs)
        left.delete(id);
    }
    return Promise.resolve(left.size);
  };
  await eventually(unread, (left) => left === 0, 30_000).catch(() => {});
  report.say(`  records touched and not read again after the last event: ${await unread()}`);
}

/** An open loop: requests leave on time, whether or not earlier ones were answered. */
async function push(
  { url, sandbox }: System,
  load: {
    readonly perSecond: number;
    readonly seconds: number;
    readonly contactIds: readonly number[];
  },
): Promise<Load> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const underWay = new Set<Promise<void>>();
  const total = Math.round(load.perSecond * load.seconds);
  const target = `${url}/webhooks/hubspot`;
  let accounted = 0;
  let number = 0;

  async function send(due: number): Promise<void> {
    const body = JSON.stringify(events());
    const status = await fetch(target, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...signatureHeaders({
          clientSecret: credentials.clientSecret,
          url: target,
          body,
          timestamp: Date.now(),
        }),
      },
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (response) => {
        const text = await response.text();
        if (response.ok) accounted += (JSON.parse(text) as { events: number }).events;
        return response.status;
      },
      () => 0,
    );
    times.push(performance.now() - due);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }

  function events() {
    return Array.from({ length: eventsEach }, () => {
      number += 1;
      return {
        eventId: number,
        subscriptionId: 1,
        portalId: sandbox.portalId,
        appId: credentials.appId,
        occurredAt: Date.now(),
        subscriptionType: "contact.propertyChange",
        attemptNumber: 0,
        objectId: load.contactIds[number % load.contactIds.length],
        propertyName: "jobtitle",
        propertyValue: "Chief Information Officer",
        changeSource: "CRM_UI",
      };
    });
  }

  const start = performance.now();
  for (let sent = 0; sent < total; sent += 1) {
    const due = start + (sent * 1_000) / load.perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    const sending = send(due).finally(() => underWay.delete(sending));
    underWay.add(sending);
  }
  await Promise.all(underWay);
  return { sent: total, events: total * eventsEach, times, statuses, accounted };
}

/** `medqual_webhook_events_total` of every outcome. */
async function takenEvents(url: string): Promise<number> {
  const text = await eventually(
    () =>
      fetch(`${url}/metrics`).then(
        (answer) => answer.text(),
        () => "",
      ),
    (answer) => answer !== "",
    60_000, // it may still be busy with what was pushed
  );
  const lines = text.split("\n").filter((line) => line.startsWith("medqual_webhook_events_total"));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}
