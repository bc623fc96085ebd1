import { setTimeout as sleep } from "node:timers/promises";
import { type Random, randomFrom } from "../../../sandbox/seed/random.ts";
import { startBackfill } from "../../../server/store/backfills.ts";
import { type Difference, findDifferences } from "./differences.ts";
import { beginMisfortune, endMisfortune, misfortunes } from "./misfortune.ts";
import { whenSettled, withStore } from "./settle.ts";
import { rage, readPopulation } from "./storm.ts";
import { startWorld, type World, type WorldPlan } from "./world.ts";

export type Plan = WorldPlan & {
  /** Deeds in each portal, at least: the storm lasts until the last kill. */
  readonly deeds: number;
  readonly kills: number;
  readonly databaseCrashes: number;
  readonly redisRestarts: number;
  readonly redisFlushes: number;
  readonly say: (text: string) => void;
};

export type Outcome = {
  readonly differences: readonly Difference[];
  readonly parked: readonly unknown[];
  /** Processes that ended by themselves. */
  readonly deaths: number;
  readonly deeds: Readonly<Record<string, number>>;
  readonly misfortunes: Readonly<Record<string, number>>;
  readonly events: number;
  readonly calls: number;
  readonly records: number;
};

/**
 * Portals in a storm, under servers that are killed while calls fail and events are lost. When it is
 * over and everything was listed once, each portal has to show what a fresh computation says.
 */
export async function converge(plan: Plan): Promise<Outcome> {
  const { say } = plan;
  const world = await startWorld(plan);
  try {
    const chance = randomFrom(plan.seed);
    for (const portal of world.portals) await world.install(portal);
    say(`${plan.portals} portals of ${plan.contacts} contacts connected`);
    for (const [index, portal] of world.portals.entries())
      await beginMisfortune(portal, plan.seed + index);
    const deeds = await rageWhileKilling(world, plan, chance);
    const hits = world.portals.map(misfortunes);
    for (const portal of world.portals) await endMisfortune(portal);
    say("the storm is over");
    await whenSettled(world, async () => {});
    await listEverything(world);
    const checked = await whenSettled(world, async (db) => {
      const differences: Difference[] = [];
      for (const { portalId, person } of world.portals)
        for (const { record, what } of await findDifferences(db, portalId, person))
          differences.push({ record: `${portalId} ${record}`, what });
      const parked = await db.selectFrom("parked").selectAll().execute();
      const standings = await db.selectFrom("standings").select("object_id").execute();
      return { differences, parked, records: standings.length };
    });
    return {
      ...checked,
      deaths: world.processes.reduce((sum, each) => sum + each.deaths(), 0),
      deeds,
      misfortunes: added(hits),
      events: await eventsOf(world),
      calls: world.calls.length,
    };
  } finally {
    await world.close();
  }
}

async function rageWhileKilling(world: World, plan: Plan, chance: Random) {
  let blowsLeft = true;
  const storms = world.portals.map(async ({ person }, index) => {
    const random = randomFrom(plan.seed + 1_000 + index);
    const people = await readPopulation(person);
    const pause = () => sleep(random.integer(50, 250));
    const goesOn = () => blowsLeft;
    return rage(person, random, { people, count: plan.deeds, goesOn, pause });
  });
  const over = Promise.all(storms);
  over.catch(() => {}); // told below, when it is waited for
  const blows = shuffled(chance, [
    ...Array<Blow>(plan.kills).fill("kill"),
    ...Array<Blow>(plan.databaseCrashes).fill("database"),
    ...Array<Blow>(plan.redisRestarts).fill("redis"),
    ...Array<Blow>(plan.redisFlushes).fill("flush"),
  ]);
  for (const blow of blows) {
    await sleep(chance.integer(300, 2_000));
    const process = world.processes[chance.integer(0, world.processes.length - 1)];
    plan.say(blow);
    if (blow === "kill") await process?.kill();
    if (blow === "database") await world.postgres?.crash();
    if (blow === "redis") await world.redis?.restart();
    if (blow === "flush") await world.redis?.flush();
  }
  blowsLeft = false;
  return added(await over);
}

type Blow = "kill" | "database" | "redis" | "flush";

/** What a night does: every record of every portal is looked at once. */
async function listEverything(world: World): Promise<void> {
  await withStore(world, async (db) => {
    for (const { portalId } of world.portals)
      await db.transaction().execute((trx) => startBackfill(trx, portalId, Date.now()));
  });
  for (const each of world.processes) await each.kill(); // the first look of a timer finds it
}

async function eventsOf({ portals }: World): Promise<number> {
  let count = 0;
  for (const { sandbox } of portals) {
    const response = await fetch(`${sandbox.url}/sandbox/deliveries`);
    const { results } = (await response.json()) as { results: { events: unknown[] }[] };
    count += results.reduce((sum, { events }) => sum + events.length, 0);
  }
  return count;
}

function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function added(counts: readonly Readonly<Record<string, number>>[]) {
  const sums: Record<string, number> = {};
  for (const each of counts)
    for (const [name, count] of Object.entries(each)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
