import { companyRecord } from "../make-organisations.ts";
import { calendarOf, dayMs } from "../office-time.ts";
import { customProperties, marketingOwners, salesOwners } from "../portal-setup.ts";
import type { SeedPart, SeedStream } from "../seed-portal.ts";
import { makeBlock, streamOf, type Block, type BlockContext } from "./make-block.ts";
import { plantMarket } from "./planted-market.ts";

export type MarketSize = {
  /** Contacts, 1 or more. */
  readonly contacts: number;
  /** Where chance starts from; the same start and the same `now` give the same bytes. */
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * A portal of any size like the demonstration's, made block by block as it is read. What is true of
 * its market and not written in it is told by `plantedTruth`.
 */
export function generatedPortal(size: MarketSize): SeedStream {
  return {
    portalId: 4_242_002,
    companyName: "Cadence",
    timeZone: "America/Chicago",
    owners: [...salesOwners, ...marketingOwners],
    properties: customProperties,
    parts: { [Symbol.iterator]: () => partsOf(size) },
  };
}

/** The blocks of a portal, the last one cut off where the contacts are enough. */
export function* blocksOf(size: MarketSize): Generator<Block> {
  const context = contextOf(size);
  let left = size.contacts;
  for (let index = 0; left > 0; index += 1) {
    const block = makeBlock(index, context);
    if (block.leads.length <= left) yield block;
    else yield cut(block, left);
    left -= block.leads.length;
  }
}

function cut({ organisation, leads, deals }: Block, left: number): Block {
  const kept = leads.slice(0, left);
  const keys = new Set(kept.map(({ record }) => record.key));
  const whole = deals.filter(({ contacts }) => contacts.every((key) => keys.has(key)));
  return { organisation, leads: kept, deals: whole };
}

function* partsOf(size: MarketSize): Generator<SeedPart> {
  const { calendar } = contextOf(size);
  let index = 0;
  for (const { organisation, leads, deals } of blocksOf(size)) {
    const random = streamOf(size.seed, index, "company");
    const createdAt = calendar(dayMs * random.integer(720, 1_100));
    const companies = [companyRecord(random, organisation, createdAt)];
    yield { companies, contacts: leads.map(({ record }) => record), deals };
    index += 1;
  }
}

function contextOf({ seed, now }: MarketSize): BlockContext {
  return { seed, market: plantMarket(seed), calendar: calendarOf(now) };
}
