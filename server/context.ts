import type { Bell } from "./queue/bell.ts";
import type { Gateway } from "./hubspot/crm.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { Db } from "./store/open.ts";
import type { PortalRow } from "./store/portals.ts";
import type { Playbook } from "../src/playbook/playbook.ts";

/** What the process offers to every step. */
export type Services = {
  readonly db: Db;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** True once the process is asked to stop: loops end after the step at hand. */
  readonly isStopping: () => boolean;
  readonly bell: Bell;
  readonly gatewayFor: (portalId: string) => Gateway;
};

/** One portal's run: its settings are read once at the beginning. */
export type PortalRun = {
  readonly services: Services;
  readonly portal: PortalRow;
  readonly playbook: Playbook;
  readonly gateway: Gateway;
};
