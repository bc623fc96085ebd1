import { z } from "zod";
import type { ImportError } from "../../jobs/import-error.ts";
import { importRequest } from "../../jobs/import-request.ts";
import type { ImportJob, Imports } from "../../jobs/imports.ts";
import { objectTypes } from "../../portal/object-type.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { pageLimit } from "../page-limit.ts";
import { parseBody } from "../parse-body.ts";
import { param, queryValue, type Answer, type Call, type Route } from "../route.ts";
import { fixedScope } from "../scopes.ts";

const scopes = fixedScope("crm.import");
const formBody = z.strictObject({
  importRequest: z.string(),
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
});

/** Imports of files, below `/crm/imports/<version>`. An app sees its own only. */
export function importRoutes(portal: Portal, imports: Imports): readonly Route[] {
  const paging = ["limit", "after"];
  return [
    { method: "get", path: "/", query: paging, scopes, run: list },
    { method: "post", path: "/", scopes, run: start },
    { method: "get", path: "/:importId", scopes, run: show },
    { method: "post", path: "/:importId/cancel", scopes, run: cancel },
    {
      method: "get",
      path: "/:importId/errors",
      query: [...paging, "includeErrorMessage", "includeRowData"],
      scopes,
      run: errors,
    },
  ];

  function start({ text, caller }: Call): Answer {
    const form = parseBody(text, formBody);
    const request = parseBody(form.importRequest, importRequest);
    const requestJson: unknown = JSON.parse(form.importRequest);
    const wanted = request.files.map(({ fileName }) => fileName);
    const files = wanted.map((name) => form.files.find((file) => file.name === name));
    const [file] = files;
    if (file === undefined || form.files.length !== wanted.length) {
      const sent = form.files.map(({ name }) => name).join(", ");
      throw Problem.validation(`The request is about ${wanted.join(", ")}, sent was ${sent}`);
    }
    const { appId } = caller;
    return {
      status: 200,
      body: view(imports.start({ appId, request, requestJson, csv: file.text })),
    };
  }

  function list(call: Call): Answer {
    const jobs = imports.all(call.caller.appId);
    return { status: 200, body: page(call, jobs, { idOf: ({ id }) => Number(id), view }) };
  }

  function show(call: Call): Answer {
    return { status: 200, body: view(find(call)) };
  }

  function cancel(call: Call): Answer {
    const job = imports.cancel(find(call));
    const at = new Date(portal.now()).toISOString();
    const requestedAt = new Date(job.createdAt).toISOString();
    return {
      status: 200,
      body: { status: "COMPLETE", requestedAt, startedAt: at, completedAt: at },
    };
  }

  function errors(call: Call): Answer {
    const job = find(call);
    const numbered = job.errors.map((error, index) => ({ error, number: index + 1 }));
    const shown = {
      message: queryValue(call, "includeErrorMessage") === "true",
      row: queryValue(call, "includeRowData") === "true",
    };
    return {
      status: 200,
      body: page(call, numbered, {
        idOf: ({ number }) => number,
        view: ({ error, number }) => errorView(job, { error, number, shown }),
      }),
    };
  }

  function find(call: Call): ImportJob {
    const id = param(call, "importId");
    const job = imports.all(call.caller.appId).find((each) => each.id === id);
    if (job === undefined) throw Problem.notFound(`There is no import ${id}`);
    return job;
  }

  function view(job: ImportJob): unknown {
    const { request, requestJson, createdAt, endedAt, counters, fileId } = job;
    const columns = request.files.flatMap(({ fileImportPage }) => fileImportPage.columnMappings);
    return {
      id: job.id,
      state: stateOf(job, portal.now()),
      importName: request.name,
      importSource: "API",
      importRequestJson: requestJson,
      mappedObjectTypeIds: [...new Set(columns.map(({ type }) => type))],
      optOutImport: false,
      metadata: { counters, fileIds: [fileId], objectLists: [] },
      createdAt: new Date(createdAt).toISOString(),
      updatedAt: new Date(endedAt ?? createdAt).toISOString(),
    };
  }
}

function page<T>(
  call: Call,
  all: readonly T[],
  { idOf, view }: { readonly idOf: (item: T) => number; readonly view: (item: T) => unknown },
) {
  const limit = pageLimit(call, { standard: 10, most: 100 });
  const rest = all.filter((item) => idOf(item) > Number(queryValue(call, "after") ?? 0));
  const results = rest.slice(0, limit);
  const last = results.at(-1);
  const more = rest.length > limit && last !== undefined;
  return {
    results: results.map(view),
    ...(more ? { paging: { next: { after: String(idOf(last)) } } } : {}),
  };
}

function stateOf({ end, startsAt, doneAt }: ImportJob, now: number): string {
  if (end !== "none") return end.toUpperCase();
  if (now < startsAt) return "DEFERRED";
  return now < startsAt + (doneAt - startsAt) / 2 ? "STARTED" : "PROCESSING";
}

function errorView(
  { fileId, endedAt }: ImportJob,
  {
    error,
    number,
    shown,
  }: {
    readonly error: ImportError;
    readonly number: number;
    readonly shown: { readonly message: boolean; readonly row: boolean };
  },
): unknown {
  const { type, errorType, message, value, column, line, row } = error;
  return {
    id: String(number),
    createdAt: endedAt ?? 0,
    errorType,
    objectType: objectTypes[type].singular.toUpperCase(),
    objectTypeId: type,
    ...(shown.message ? { errorMessage: message } : {}),
    ...(value === undefined ? {} : { invalidValue: value, invalidValueToDisplay: value }),
    ...(column === undefined || column < 0 ? {} : { knownColumnNumber: column }),
    sourceData: {
      fileId: Number(fileId),
      lineNumber: line,
      rowData: shown.row ? row : [],
      additionalRowData: [],
      containsEncryptedProperties: false,
    },
  };
}
