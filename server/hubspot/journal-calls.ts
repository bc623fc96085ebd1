import { z } from "zod";
import { AppError } from "../errors.ts";
import type { AskParts } from "./ask.ts";
import type { Call } from "./call.ts";
import { apiVersion } from "./client.ts";
import type { ObjectType } from "./crm.ts";
import { parseAnswer } from "./shapes.ts";

/** One file of HubSpot's Webhooks Journal: where it lies for some minutes, and how it is called. */
export type JournalEntry = { readonly offset: string; readonly url: string };

/** Something that happened to a record. What the values are is not looked at. */
export type JournalEvent = {
  readonly portalId: number;
  readonly objectTypeId: string;
  readonly objectId: number;
  readonly action: string;
  readonly propertyNames: readonly string[];
};

export type JournalCalls = {
  /** From now on the journal tells of changes of these properties; the later wish replaces the earlier. */
  readonly subscribeToJournal: (type: ObjectType, properties: readonly string[]) => Promise<void>;
  /** What follows the offset, oldest first, at most 100; `null`: all that is kept (three days). */
  readonly journalAfter: (offset: string | null) => Promise<readonly JournalEntry[]>;
  readonly journalFile: (entry: JournalEntry) => Promise<readonly JournalEvent[]>;
};

const objectTypeIds = { contacts: "0-1", companies: "0-2", deals: "0-3" } as const;
const fileTimeoutMs = 20_000;

const entries = z
  .object({ results: z.array(z.object({ url: z.url(), currentOffset: z.string() })).default([]) })
  .nullable()
  .transform((batch) =>
    (batch?.results ?? []).map(({ url, currentOffset: offset }) => ({ offset, url })),
  );
const event = z.object({
  portalId: z.number().int(),
  objectTypeId: z.string(),
  objectId: z.number().int(),
  action: z.string(),
  propertyChanges: z.record(z.string(), z.unknown()).default({}),
});
const file = z.object({ journalEvents: z.array(z.unknown()) });

/**
 * The journal of one portal. It knows the app by a token of its own, and HubSpot counts these calls
 * against no portal's budget.
 */
export function journalCalls(parts: AskParts): JournalCalls {
  const { request, portalId, appToken } = parts;
  const root = "/webhooks-journal";

  async function ask<T>(call: Call, shape: z.ZodType<T>): Promise<T> {
    if (!appToken)
      throw new AppError("hubspot_forbidden", "The app has no token of its own for the journal.");
    const answer = await request({ ...call, token: await appToken(), portalId });
    return parseAnswer(call, shape, answer.body);
  }

  return {
    subscribeToJournal: async (type, properties) => {
      const json = {
        subscriptionType: "OBJECT",
        portalId: Number(portalId),
        objectTypeId: objectTypeIds[type],
        actions: ["UPDATE"],
        properties,
        objectIds: [],
      };
      const path = `${root}/subscriptions/${apiVersion}`;
      await ask({ method: "POST", path, json }, z.unknown());
    },
    journalAfter: async (offset) => {
      const place = offset === null ? "earliest" : `${encodeURIComponent(offset)}/next`;
      const path = `${root}/journal-local/${apiVersion}/batch/${place}/100`;
      const query = { installPortalId: portalId };
      return ask({ method: "GET", path, query }, entries);
    },
    journalFile: async ({ offset, url }) => {
      const call = { method: "GET", path: `the journal's file ${offset}` } as const;
      const { journalEvents } = parseAnswer(call, file, await download(offset, url));
      return journalEvents.flatMap((each) => {
        const parsed = event.safeParse(each);
        if (!parsed.success) return []; // of a kind nobody asked for
        const { propertyChanges, ...about } = parsed.data;
        return [{ ...about, propertyNames: Object.keys(propertyChanges) }];
      });
    },
  };
}

/** Files lie with a storage service, behind a signed address that needs no token. */
async function download(offset: string, url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fileTimeoutMs) });
    if (response.ok) return (await response.json()) as unknown;
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new AppError(
      "hubspot_unavailable",
      `The journal's file ${offset} could not be fetched: ${cause instanceof Error ? cause.message : "unknown reason"}.`,
      { retry: { afterMs: 2000 }, cause },
    );
  }
}
