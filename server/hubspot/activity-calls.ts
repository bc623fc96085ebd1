import {
  type Activity,
  activityProperties,
  type ActivityType,
} from "../../src/facts/activity-signals.ts";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane } from "./crm.ts";
import { readAssociations } from "./read-associations.ts";
import { objectPage } from "./shapes.ts";

export type ActivityPage = {
  readonly activities: readonly (Activity & { readonly updatedAt: number })[];
  readonly after: string | null;
};

export type ActivityCalls = {
  /** Modified at or after `since`, oldest first, at most 200 a page and 10,000 in all. */
  readonly activities: (
    type: ActivityType,
    query: { readonly since: number; readonly after: string | null; readonly lane: Lane },
  ) => Promise<ActivityPage>;
  /** Ids of the contacts of each of at most 1,000 activities; those without any are absent. */
  readonly contactsOfActivities: (
    type: ActivityType,
    ids: readonly string[],
    lane: Lane,
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
};

/** Meetings, calls and e-mails: when they were and how they ended, never what was said in them. */
export function activityCalls(ask: Ask): ActivityCalls {
  return {
    activities: async (type, { since, after, lane }) => {
      const json = {
        filterGroups: [
          {
            filters: [
              { propertyName: "hs_lastmodifieddate", operator: "GTE", value: String(since) },
            ],
          },
        ],
        sorts: ["hs_lastmodifieddate"],
        properties: activityProperties[type],
        limit: 200,
        after: after ?? "0",
      };
      const path = `/crm/objects/${apiVersion}/${type}/search`;
      const call = { method: "POST", path, json, lane, bucket: "search" } as const;
      const page = await ask(call, objectPage);
      const activities = page.results.map(({ id, properties, updatedAt }) => {
        return { type, id, properties, updatedAt: Date.parse(updatedAt) };
      });
      return { activities, after: page.paging?.next?.after ?? null };
    },
    contactsOfActivities: async (type, ids, lane) => {
      if (ids.length === 0) return new Map<string, readonly string[]>();
      const path = `/crm/associations/${apiVersion}/${type}/contacts/batch/read`;
      const found = await readAssociations(ids, async (inputs, shape) => {
        const call = { method: "POST", path, json: { inputs }, lane } as const;
        return (await ask({ ...call, bucket: "associations" }, shape)).results;
      });
      return new Map([...found].map(([id, ends]) => [id, ends.map(({ toId }) => toId)]));
    },
  };
}
