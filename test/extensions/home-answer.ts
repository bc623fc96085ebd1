import { hybridPlaybook as playbook } from "../../src/playbook/hybrid.ts";
import { homeView, type PortalCounts } from "../../src/view/home.ts";
import type { HomeAnswer } from "../../src/view/home-view.ts";
import { day, now } from "../src/verdict/build-facts.ts";

const nothing: PortalCounts = {
  byStatus: {},
  since: now - 30 * day,
  moves: [],
  mqlsByOffer: [],
  mqlsBySource: [],
  mqlsByHandoff: {},
  overdue: [],
  holdByField: {},
};

/** What the server answers about a portal with so many contacts. */
export function aHomeAnswer(
  counts: Partial<PortalCounts> = {},
  overrides: Partial<HomeAnswer> = {},
): HomeAnswer {
  return {
    at: now,
    mode: "active",
    backfill: null,
    problems: [],
    view: homeView({ ...nothing, ...counts }, playbook),
    ...overrides,
  };
}
