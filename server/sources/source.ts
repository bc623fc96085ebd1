import type { PortalRun } from "../context.ts";
import type { OptionalScope } from "../hubspot/scopes.ts";
import type { Lease } from "../store/leases.ts";
import type { SourceRow } from "../store/sources.ts";

/** What is read of a portal besides its records, and how. */
export type Source = {
  readonly name: string;
  /** `each`: rows called so with `:` and an id, added and dropped by another source. */
  readonly rows: "one" | "each";
  /** Without it nothing is asked; `null`: every installation has what it needs. */
  readonly scope: OptionalScope | null;
  /**
   * One page or so: reads, then commits what was found together with how far it got and when to go
   * on. Repeating a step that was cut short does no harm.
   */
  readonly step: (run: PortalRun, row: SourceRow, lease: Lease) => Promise<void>;
};
