import { randomUUID } from "node:crypto";
import type { EventJournal } from "../../event-journal/event-journal.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { recordValue } from "../../portal/record.ts";
import { parseBody } from "../parse-body.ts";
import { param, type Answer, type Call, type Route } from "../route.ts";
import { fixedScope } from "../scopes.ts";
import { snapshotsBody } from "./journal-bodies.ts";

type Status = { readonly id: string; readonly status: "SUCCESS" | "FAILED"; readonly at: number };

/** Puts present values into the journal on demand; statuses are forgotten with the process. */
export function snapshotRoutes(portal: Portal, journal: EventJournal) {
  const statuses = new Map<string, Status>();
  const bucket = "journal" as const;
  const snapshots: readonly Route[] = [
    {
      method: "post",
      path: "/crm",
      scopes: fixedScope("developer.webhooks_journal.snapshots.write"),
      bucket,
      run: take,
    },
  ];
  const status: readonly Route[] = [
    {
      method: "get",
      path: "/status/:statusId",
      scopes: fixedScope("developer.webhooks_journal.snapshots.read"),
      bucket,
      run: show,
    },
  ];
  return { snapshots, status };

  function take({ text }: Call): Answer {
    const { snapshotRequests } = parseBody(text, snapshotsBody);
    const snapshotResponses = snapshotRequests.map(({ properties, ...wanted }) => {
      const { portalId, objectId, objectTypeId } = wanted;
      const record = portal.shelves[objectTypeId].get(String(objectId));
      const id = randomUUID();
      const at = portal.now();
      statuses.set(id, { id, status: record === undefined ? "FAILED" : "SUCCESS", at });
      if (record !== undefined) {
        const values = properties.map((name) => [name, recordValue(record, name) ?? ""]);
        journal.write({
          type: "OBJECT",
          portalId,
          action: "SNAPSHOT",
          occurredAt: new Date(at).toISOString(),
          objectTypeId,
          objectId,
          propertyChanges: Object.fromEntries(values),
        });
      }
      return { ...wanted, snapshotStatusId: id };
    });
    return { status: 200, body: { snapshotResponses } };
  }

  function show(call: Call): Answer {
    const found = statuses.get(param(call, "statusId"));
    if (found === undefined) throw Problem.notFound(`No snapshot ${param(call, "statusId")}`);
    const { id, status: outcome, at } = found;
    const failed = outcome === "FAILED" ? { errorCode: "VALIDATION_ERROR" } : {};
    return {
      status: 200,
      body: { id, status: outcome, initiatedAt: at, completedAt: at, ...failed },
    };
  }
}
