import { z } from "zod";
import { AppError } from "../errors.ts";
import { type AskParts, createAsk } from "./ask.ts";
import { readAssociations } from "./read-associations.ts";
import { apiVersion } from "./client.ts";
import type { Gateway } from "./crm.ts";
import { accountOf, recordOf, recordWithAssociations } from "./crm-records.ts";
import { missingProperties, propertyMissingError } from "./missing-properties.ts";
import { activityCalls } from "./activity-calls.ts";
import { eventCalls } from "./event-calls.ts";
import { journalCalls } from "./journal-calls.ts";
import { ownerCalls } from "./owner-calls.ts";
import { taskCalls } from "./task-calls.ts";
import { fieldCalls } from "./field-calls.ts";
import { formCalls } from "./form-calls.ts";
import { propertyCalls } from "./property-calls.ts";
import { refusalWords } from "./refusal-words.ts";
import { accountDetails, type BatchError, objectBatch, objectPage, searchTotal } from "./shapes.ts";
import { updateRecords } from "./update-records.ts";

/** One portal's CRM over HTTP. The sizes that HubSpot allows are the caller's to keep. */
export function createGateway(parts: AskParts): Gateway {
  const ask = createAsk(parts);
  const pathOf = (type: string) => `/crm/objects/${apiVersion}/${type}`;

  return {
    list: async (type, { properties, associations, after, lane }) => {
      const query = {
        limit: "100",
        ...(properties.length > 0 && { properties: properties.join(",") }),
        ...(associations.length > 0 && { associations: associations.join(",") }),
        ...(after !== null && { after }),
      };
      const page = await ask({ method: "GET", path: pathOf(type), query, lane }, objectPage);
      const read = associations.length > 0 ? recordWithAssociations : recordOf;
      return { records: page.results.map(read), after: page.paging?.next?.after ?? null };
    },
    read: async (type, ids, { properties, lane }) => {
      // An id given twice would sink the whole batch.
      const inputs = [...new Set(ids)].map((id) => ({ id }));
      if (inputs.length === 0) return [];
      const json = { properties, propertiesWithHistory: [], inputs };
      const path = `${pathOf(type)}/batch/read`;
      const { results, errors } = await ask({ method: "POST", path, json, lane }, objectBatch);
      onlyAbsences(path, errors);
      return results.map(recordOf);
    },
    update: (type, updates, lane) =>
      updateRecords(updates, async (batch) => {
        // The trace id lets HubSpot refuse single records and name them.
        const json = {
          inputs: batch.map(({ id, properties }) => ({ id, properties, objectWriteTraceId: id })),
        };
        const path = `${pathOf(type)}/batch/update`;
        const call = { method: "POST", path, json, lane } as const;
        const { results, errors } = await ask(call, objectBatch, (answer) => {
          const missing = missingProperties(answer.errors);
          return missing === null ? null : propertyMissingError(`POST ${path}`, missing);
        });
        return { records: results.map(recordOf), errors };
      }),
    associations: async (from, to, { ids, lane }) => {
      const path = `/crm/associations/${apiVersion}/${from}/${to}/batch/read`;
      return readAssociations(ids, async (inputs, shape) => {
        const call = { method: "POST", path, json: { inputs }, lane } as const;
        const answer = await ask({ ...call, bucket: "associations" }, shape);
        onlyAbsences(path, answer.errors);
        return answer.results;
      });
    },
    modifiedSince: async (type, { since, properties, after, lane }) => {
      const propertyName = type === "contacts" ? "lastmodifieddate" : "hs_lastmodifieddate";
      const filters = [{ propertyName, operator: "GTE", value: String(since) }];
      const json = {
        filterGroups: [{ filters }],
        sorts: [propertyName], // a bare name sorts ascending
        properties,
        limit: 100,
        after: after ?? "0",
      };
      const path = `${pathOf(type)}/search`;
      const page = await ask({ method: "POST", path, json, lane, bucket: "search" }, objectPage);
      return { records: page.results.map(recordOf), after: page.paging?.next?.after ?? null };
    },
    count: async (type, lane) => {
      const json = { filterGroups: [], sorts: [], properties: [], limit: 1, after: "0" };
      const call = { method: "POST", path: `${pathOf(type)}/search`, json, lane } as const;
      return (await ask({ ...call, bucket: "search" }, searchTotal)).total;
    },
    callsPerSecond: () => parts.limiter.callsPerSecond(),
    accountInfo: async () => {
      const path = `/account-info/${apiVersion}/details`;
      return accountOf(await ask({ method: "GET", path, lane: "interactive" }, accountDetails));
    },
    uninstall: async () => {
      const path = `/appinstalls/${apiVersion}/external-install`;
      await ask({ method: "DELETE", path, lane: "interactive" }, z.unknown());
    },
    ...propertyCalls(ask),
    ...formCalls(ask),
    ...fieldCalls(ask),
    ...activityCalls(ask),
    ...eventCalls(ask),
    ...journalCalls(parts),
    ...ownerCalls(ask),
    ...taskCalls(ask),
  };
}

/** Nothing there is an answer; any other error would pass for it, and something be taken for gone. */
function onlyAbsences(path: string, errors: readonly BatchError[]): void {
  const other = errors.find((error) => error.category !== "OBJECT_NOT_FOUND");
  if (!other) return;
  throw new AppError(
    "hubspot_unavailable",
    `HubSpot answered POST ${path} in part only: ${other.category ?? "no category"}, ${refusalWords(other)}`,
    { retry: { afterMs: 2000 } },
  );
}
