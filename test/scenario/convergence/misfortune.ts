import type { NewFaultRule } from "../../../sandbox/faults/fault.ts";
import type { PortalUnderTest } from "./world.ts";

const objects = "/crm/*";
const updates = "/crm/objects/*/batch/update";
const creations = "/crm/objects/*/tasks*";
const reads = "/crm/objects/*/batch/read";

/** Everything that the sandbox can do to calls, by chance; the slow reads let events arrive meanwhile. */
function faults(seed: number): readonly NewFaultRule[] {
  const rule = (path: string, chance: number, fault: NewFaultRule["fault"]) =>
    ({ path, callers: "app", nth: 1, chance, seed, fault }) as const;
  return [
    rule(objects, 0.02, {
      kind: "rateLimit",
      policy: "TEN_SECONDLY_ROLLING",
      retryAfterSeconds: 1,
    }),
    rule(objects, 0.02, { kind: "status", status: 500 }),
    rule(objects, 0.01, { kind: "status", status: 502 }),
    rule(objects, 0.01, { kind: "status", status: 423 }),
    rule(objects, 0.02, { kind: "reset" }),
    rule(updates, 0.1, { kind: "commitThenReset" }),
    { ...rule(updates, 0.05, { kind: "commitThenTimeout" }), count: 2 },
    { ...rule(creations, 0.2, { kind: "commitThenReset" }), method: "POST" },
    rule(reads, 0.4, { kind: "slow", leastMs: 50, mostMs: 600 }),
  ];
}

/** From now on calls fail, and events are lost, doubled, late and out of order. */
export async function beginMisfortune({ sandbox }: PortalUnderTest, seed: number): Promise<void> {
  for (const rule of faults(seed)) sandbox.faults.add(rule);
  await disturb(sandbox.url, {
    lost: 0.05,
    duplicated: 0.1,
    delayed: 0.15,
    delayMs: 2_000,
    shuffled: true,
  });
}

export async function endMisfortune({ sandbox }: PortalUnderTest): Promise<void> {
  sandbox.faults.clear();
  await disturb(sandbox.url, { lost: 0, duplicated: 0, delayed: 0, shuffled: false });
}

/** How often something happened to a call. */
export function misfortunes({ sandbox }: PortalUnderTest): Readonly<Record<string, number>> {
  const hits: Record<string, number> = {};
  for (const { rule, hits: count } of sandbox.faults.records())
    hits[rule.fault.kind] = (hits[rule.fault.kind] ?? 0) + count;
  return hits;
}

async function disturb(url: string, faults: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${url}/sandbox/deliveries/faults`, {
    method: "PATCH",
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`Webhooks can't be disturbed: ${await response.text()}`);
}
