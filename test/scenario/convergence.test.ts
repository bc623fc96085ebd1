import { converge } from "./convergence/converge.ts";
import { variants } from "./convergence/variants.ts";

// The short form of `npm run convergence`: the server as it is deployed, on the embedded stores.
test.each([
  { variant: "cautious", seed: 11 },
  { variant: "other", seed: 12 },
] as const)(
  "after a storm with lost events, failing calls and kills, one listing makes the portal what a fresh computation says ($variant variant, seed $seed)",
  async ({ variant, seed }) => {
    const outcome = await converge({
      seed,
      portals: 1,
      contacts: 80,
      workers: 0,
      switches: variants[variant],
      deeds: 120,
      kills: 2,
      databaseCrashes: 0,
      redisRestarts: 0,
      redisFlushes: 0,
      say: () => {},
    });

    const { differences, parked, deaths } = outcome;
    expect({ differences, parked, deaths }).toEqual({ differences: [], parked: [], deaths: 0 });
    expect(outcome.records).toBeGreaterThan(80);
  },
  240_000,
);
