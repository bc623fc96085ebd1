import type { Express, Response } from "express";
import { exportRequest } from "../../jobs/export-request.ts";
import type { ExportJob, Exports } from "../../jobs/exports.ts";
import { zip } from "../../jobs/zip.ts";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { readParams, respond } from "../mount.ts";
import { parseBody } from "../parse-body.ts";
import { param, type Answer, type Call, type Route } from "../route.ts";
import { fixedScope } from "../scopes.ts";
import { requireSigned, signedAddress } from "../signed-address.ts";

const scopes = fixedScope("crm.export");
const fileRoot = "/export-files";
const longestPlainCsv = 2_000_000;

/** Exports, below `/crm/exports/<version>`: started, asked after, and fetched from an address of their own. */
export function exportRoutes(portal: Portal, book: OAuthBook, exports: Exports): readonly Route[] {
  return [
    { method: "post", path: "/export/async", scopes, run: start },
    { method: "get", path: "/export/async/tasks/:taskId/status", scopes, run: status },
    { method: "get", path: "/export/:exportId", scopes, run: show },
  ];

  function start({ text, version }: Call): Answer {
    const { id } = exports.start(parseBody(text, exportRequest));
    const root = version === "v3" ? "/crm/v3/exports" : `/crm/exports/${version}`;
    const links = { status: `${root}/export/async/tasks/${id}/status` };
    return { status: 202, body: { id, links } };
  }

  function status(call: Call): Answer {
    const job = find(exports, param(call, "taskId"));
    const isDone = job.doneAt <= portal.now();
    const begun = Math.min(job.startsAt, portal.now());
    const { origin } = call;
    const result = isDone
      ? {
          result: signedAddress(book, { origin, path: `${fileRoot}/${fileName(exports, job)}` })
            .url,
        }
      : {};
    return {
      status: 200,
      body: {
        status: stateOf(job, portal.now()).task,
        requestedAt: new Date(job.requestedAt).toISOString(),
        startedAt: new Date(begun).toISOString(),
        // The specification wants this always; of an export that runs it can only be the moment.
        completedAt: new Date(isDone ? job.doneAt : portal.now()).toISOString(),
        numErrors: 0,
        errors: [],
        ...result,
      },
    };
  }

  function show(call: Call): Answer {
    const job = find(exports, param(call, "exportId"));
    const { id, request, requestedAt, doneAt, startsAt } = job;
    const now = portal.now();
    const count = exports.fileOf(job)?.recordCount;
    const updatedAt = [doneAt, startsAt, requestedAt].find((at) => at <= now) ?? requestedAt;
    return {
      status: 200,
      body: {
        id,
        exportName: request.exportName,
        exportType: request.exportType,
        objectType: request.objectType,
        objectProperties: request.objectProperties,
        createdAt: new Date(requestedAt).toISOString(),
        updatedAt: new Date(updatedAt).toISOString(),
        exportState: stateOf(job, now).state,
        ...(count === undefined ? {} : { recordCount: count }),
      },
    };
  }
}

/** Serves what was exported to whoever was given the address; a long file is packed. */
export function serveExportFiles(app: Express, book: OAuthBook, exports: Exports): void {
  app.get(`${fileRoot}/:name`, (request, response) => {
    try {
      requireSigned(book, request);
      const { name = "" } = readParams(request);
      const file = exports.fileOf(find(exports, name.replace(/\..*/, "")));
      sendFile(response, name, Buffer.from(file?.csv ?? ""));
    } catch (problem) {
      respond(response, () => {
        throw problem;
      });
    }
  });
}

function sendFile(response: Response, name: string, csv: Buffer): void {
  const isPacked = name.endsWith(".zip");
  response.setHeader("Content-Type", isPacked ? "application/zip" : "text/csv;charset=utf-8");
  response.setHeader("Content-Disposition", `attachment; filename="${name}"`);
  response.end(isPacked ? zip(name.replace(/zip$/, "csv"), csv) : csv);
}

function fileName(exports: Exports, job: ExportJob): string {
  const length = Buffer.byteLength(exports.fileOf(job)?.csv ?? "");
  return `${job.id}.${length > longestPlainCsv ? "zip" : "csv"}`;
}

function stateOf({ startsAt, doneAt }: ExportJob, now: number) {
  if (doneAt <= now) return { task: "COMPLETE", state: "DONE" };
  if (startsAt <= now) return { task: "PROCESSING", state: "PROCESSING" };
  return { task: "PENDING", state: "ENQUEUED" };
}

function find(exports: Exports, id: string): ExportJob {
  const job = exports.find(id);
  if (job === undefined) throw Problem.notFound(`There is no export ${id}`);
  return job;
}
