import type { Clock } from "../clock/clock.ts";
import { definitionOf } from "../portal/definitions.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { Table, TableStore } from "../store/table-store.ts";
import type { ImportError } from "./import-error.ts";
import { checkImport, type ImportRequest } from "./import-request.ts";
import { importRows } from "./import-rows.ts";

export type ImportJob = {
  readonly id: string;
  /** The app that started it; others do not see it. */
  readonly appId: number;
  readonly request: ImportRequest;
  /** As it was sent. */
  readonly requestJson: unknown;
  readonly fileId: string;
  /** Gone once it was read. */
  readonly csv: string;
  readonly createdAt: number;
  readonly startsAt: number;
  readonly doneAt: number;
  readonly end: "none" | "done" | "canceled" | "failed";
  readonly endedAt?: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly errors: readonly ImportError[];
};

type Wanted = Pick<ImportJob, "appId" | "request" | "requestJson" | "csv">;

export type Imports = {
  readonly start: (wanted: Wanted) => ImportJob;
  /** Those of an app, the oldest first. */
  readonly all: (appId: number) => readonly ImportJob[];
  readonly cancel: (job: ImportJob) => ImportJob;
};

const mostAtOnce = 3;

/** Imports into an account, which run by the sandbox's clock: all rows go in at the end of that time. */
export function openImports(
  portal: Portal,
  { store, clock }: { readonly store: TableStore; readonly clock: Clock },
): Imports {
  const jobs: Table<ImportJob> = store.table("imports");
  for (const job of jobs.rows()) if (job.end === "none") schedule(job.id, job.doneAt);

  function start(wanted: Wanted): ImportJob {
    checkImport(wanted.request);
    checkProperties(portal, wanted.request);
    const now = portal.now();
    const number = portal.nextNumber("import");
    const startsAt = Math.max(now, whenFree());
    const doneAt = startsAt + portal.switches.importMs;
    const id = String(number);
    const job: ImportJob = {
      ...wanted,
      id,
      fileId: String(fileIdsFrom + number),
      createdAt: now,
      startsAt,
      doneAt,
      end: "none",
      counters: {},
      errors: [],
    };
    jobs.set(id, job);
    schedule(id, doneAt);
    return job;
  }

  /** Three run at a time; a fourth waits for the first of them to end. */
  function whenFree(): number {
    const running = [...jobs.rows()].filter(({ end }) => end === "none");
    const ends = running.map(({ doneAt }) => doneAt).sort((a, b) => b - a);
    return ends[mostAtOnce - 1] ?? 0;
  }

  function schedule(id: string, at: number): void {
    clock.at(at, () => {
      const job = jobs.get(id);
      if (job?.end === "none") run(job);
    });
  }

  function run(job: ImportJob): void {
    const at = portal.now();
    const read = { ...job, csv: "", endedAt: at };
    try {
      const outcome = importRows(portal, {
        request: job.request,
        csv: job.csv,
        write: { source: { type: "IMPORT", id: job.id }, at, authority: "caller" },
      });
      jobs.set(job.id, { ...read, end: "done", ...outcome });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      jobs.set(job.id, { ...read, end: "failed", errors: [wholeFile(job, problem.message)] });
    }
  }

  return {
    start,
    all: (appId) => [...jobs.rows()].filter((job) => job.appId === appId),
    cancel: (job) => {
      if (job.end !== "none") throw Problem.validation(`Import ${job.id} has ended already`);
      const canceled: ImportJob = { ...job, csv: "", end: "canceled", endedAt: portal.now() };
      jobs.set(job.id, canceled);
      return canceled;
    },
  };
}

/** Line 0 stands for the file. */
function wholeFile({ request }: ImportJob, message: string): ImportError {
  const type = request.files[0]?.fileImportPage.columnMappings[0]?.type ?? "0-1";
  return { errorType: "COULD_NOT_PARSE_ROW", message, type, line: 0, row: [] };
}

const fileIdsFrom = 180_000_000_000;

/** Every column is for a property that may be written, unless its ids say what belongs together. */
function checkProperties(portal: Portal, { files, importOperations }: ImportRequest): void {
  const columns = files.flatMap(({ fileImportPage }) => fileImportPage.columnMappings);
  for (const { type, propertyName: name, kind, foreignKeyType, ignored } of columns) {
    if (ignored === true || kind === "HUBSPOT_OBJECT_ID" || foreignKeyType) continue;
    const definition = name ? definitionOf(portal, type, name) : undefined;
    if (definition === undefined || definition.archivedAt !== undefined) {
      throw Problem.validation(`Property "${name ?? ""}" does not exist`);
    }
    if (definition.readOnlyValue) throw Problem.validation(`Property "${name}" is read only`);
  }
  const types = new Set<string>(columns.map(({ type }) => type));
  const unused = Object.keys(importOperations).find((type) => !types.has(type));
  if (unused !== undefined) throw Problem.validation(`No column is for objects of type ${unused}`);
}
