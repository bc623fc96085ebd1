import type { Clock } from "../clock/clock.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Table, TableStore } from "../store/table-store.ts";
import { checkExport, exportFile, type ExportFile } from "./export-file.ts";
import type { ExportRequest } from "./export-request.ts";

export type ExportJob = {
  readonly id: string;
  readonly request: ExportRequest;
  readonly requestedAt: number;
  /** One runs at a time: this one when those before it are done. */
  readonly startsAt: number;
  readonly doneAt: number;
};

export type Exports = {
  readonly start: (request: ExportRequest) => ExportJob;
  readonly find: (id: string) => ExportJob | undefined;
  /** What the export holds, once it is done. */
  readonly fileOf: (job: ExportJob) => ExportFile | undefined;
};

const mostADay = 30;
const dayMs = 86_400_000;
const firstId = 2_000_001;

/** Exports of an account, which run by the sandbox's clock. */
export function openExports(
  portal: Portal,
  index: SearchIndex,
  { store, clock }: { readonly store: TableStore; readonly clock: Clock },
): Exports {
  const jobs: Table<ExportJob> = store.table("exports");
  const files = new Map<string, ExportFile>();
  const { now } = portal;
  for (const job of jobs.rows()) if (job.doneAt > now()) schedule(job);

  function start(request: ExportRequest): ExportJob {
    checkExport(portal, request);
    const all = [...jobs.rows()];
    const lately = all.filter(({ requestedAt }) => requestedAt > now() - dayMs);
    if (lately.length >= mostADay) {
      throw new Problem(429, {
        message: `At most ${mostADay} exports can be made in 24 hours`,
        category: "RATE_LIMITS",
      });
    }
    const startsAt = Math.max(now(), ...all.map(({ doneAt }) => doneAt));
    const id = String(firstId + all.length);
    const doneAt = startsAt + portal.switches.exportMs;
    const job: ExportJob = { id, request, requestedAt: now(), startsAt, doneAt };
    jobs.set(id, job);
    schedule(job);
    return job;
  }

  function schedule(job: ExportJob): void {
    clock.at(job.doneAt, () => void makeFile(job));
  }

  function makeFile(job: ExportJob): ExportFile {
    const file = exportFile(portal, index, job.request);
    files.set(job.id, file);
    return file;
  }

  return {
    start,
    find: (id) => jobs.get(id),
    // After a restart a file that was done before is made anew, of what is there by then.
    fileOf: (job) => (job.doneAt > now() ? undefined : (files.get(job.id) ?? makeFile(job))),
  };
}
