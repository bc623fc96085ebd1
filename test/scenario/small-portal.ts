import { exampleRecords } from "../../sandbox/seed/example-records.ts";
import { customProperties, marketingOwners, salesOwners } from "../../sandbox/seed/portal-setup.ts";
import type { SeedPortal } from "../../sandbox/seed/seed-portal.ts";

/** A portal with the three worked examples and nobody else: listed and decided within a second. */
export function smallPortal(now: number): SeedPortal {
  return {
    portalId: 4_242_002,
    companyName: "Cadence",
    timeZone: "America/Chicago",
    owners: [...salesOwners, ...marketingOwners],
    properties: customProperties,
    ...exampleRecords(now),
  };
}
