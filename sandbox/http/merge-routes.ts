import { z } from "zod";
import { currentId } from "../portal/aliases.ts";
import { mergeRecords } from "../portal/merge.ts";
import { findRecord } from "../portal/objects.ts";
import type { Portal } from "../portal/portal.ts";
import { forgetRecord } from "../portal/privacy.ts";
import { Problem } from "../portal/problem.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { writtenView } from "./record-view.ts";
import type { Answer, Call, Route } from "./route.ts";
import { recordScope } from "./scopes.ts";

const write = recordScope("write");
const id = z.union([z.string(), z.number().transform(String)]);
const mergeBody = z.strictObject({ primaryObjectId: id, objectIdToMerge: id });
const forgetBody = z.strictObject({ objectId: id, idProperty: z.string().optional() });

/** Ends that a record can come to beside the recycle bin; paths below `/crm/objects/<version>`. */
export function mergeRoutes(portal: Portal): readonly Route[] {
  return [
    { method: "post", path: "/:type/merge", scopes: write, run: merge },
    { method: "post", path: "/:type/gdpr-delete", scopes: write, run: forget },
  ];

  function merge(call: Call): Answer {
    const type = typeOf(call);
    if (type !== "0-1" && type !== "0-2" && type !== "0-3") {
      throw Problem.unsupported(`The sandbox merges contacts, companies and deals only.`);
    }
    const { primaryObjectId, objectIdToMerge } = parseBody(call.text, mergeBody);
    const record = mergeRecords(portal, type, {
      primaryId: primaryObjectId,
      mergedId: objectIdToMerge,
      write: writeBy(portal, call),
    });
    return {
      status: 200,
      body: writtenView(portal, { record, written: [], isNew: true, normalized: [] }),
    };
  }

  function forget(call: Call): Answer {
    const type = typeOf(call);
    if (type !== "0-1") {
      throw Problem.unsupported(`The sandbox deletes contacts only for privacy.`);
    }
    const { objectId, idProperty } = parseBody(call.text, forgetBody);
    const forgotten =
      idProperty === undefined
        ? portal.shelves[type].get(currentId(portal, type, objectId))
        : findRecord(portal, type, { id: objectId, idProperty });
    // An address that nobody has is not an error: HubSpot then keeps it from being used again.
    if (forgotten === undefined && idProperty === undefined) throw Problem.recordNotFound(objectId);
    if (forgotten !== undefined) forgetRecord(portal, forgotten, writeBy(portal, call));
    return { status: 204 };
  }
}
