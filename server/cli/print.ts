import type { Answer } from "../operate/operations.ts";
import type { Progress } from "../sync/read-progress.ts";
import type { LocatedProblem } from "../playbook/playbook-yaml.ts";
import { pathText } from "../../src/playbook/check/problem.ts";

/** What the operations answer, for people. */
export function status(portals: Answer<"status">): string {
  if (portals.length === 0) return "No portal is connected.";
  return portals
    .map((portal) => {
      const { portalId, state, mode, playbookVersion, contactsByStatus, parked: given } = portal;
      const contacts = Object.entries(contactsByStatus)
        .map(([name, count]) => `${name} ${count}`)
        .join(", ");
      const problems = portal.problems.map(
        ({ what, cure, since }) => `  problem since ${instant(since)}: ${what} ${cure}`,
      );
      return [
        `Portal ${portalId}: ${state}, ${mode}, playbook version ${playbookVersion}`,
        `  contacts: ${contacts === "" ? "none decided yet" : contacts}`,
        `  work: ${progress(portal.progress)}`,
        ...(given > 0 ? [`  parked: ${given} (medqual parked ${portalId})`] : []),
        ...problems,
      ].join("\n");
    })
    .join("\n");
}

export function queues(rows: Answer<"queues">): string {
  if (rows.length === 0) return "Nothing waits.";
  return table(
    ["portal", "step", "lane", "waiting", "postponed", "oldest due since"],
    rows.map((row) => [
      row.portalId,
      row.step,
      row.lane,
      String(row.waiting),
      String(row.postponed),
      row.oldestMs === 0 ? "not due yet" : duration(row.oldestMs),
    ]),
  );
}

export function budgets(portals: Answer<"budgets">): string {
  if (portals.length === 0) return "No portal is connected.";
  const rows = portals.flatMap(({ portalId, budgets: known }) =>
    known === null
      ? [[portalId, "unknown: set REDIS_URL to the server's", "", "", "", ""]]
      : known.map((budget) => [
          portalId,
          budget.bucket,
          `${budget.callsPerSecond}/s`,
          budget.learned
            ? `${budget.learned.remaining} of ${budget.learned.max} in ${budget.learned.intervalMs / 1000} s`
            : "nothing",
          String(budget.ahead),
          budget.closedMs === 0 ? "no" : duration(budget.closedMs),
        ]),
  );
  return table(["portal", "budget", "pace", "HubSpot says left", "given ahead", "closed"], rows);
}

export function parked(rows: Answer<"parked">): string {
  if (rows.length === 0) return "Nothing is parked.";
  return table(
    ["portal", "record", "step", "since", "reason"],
    rows.map((row) => [
      row.portalId,
      `${row.objectType} ${row.objectId}`,
      row.step,
      instant(row.at),
      row.reason,
    ]),
  );
}

export function taken(answer: Answer<"replay">): string {
  const { events, own, unreadable, unknownPortal, records } = answer;
  return table(
    ["events", "records touched", "own writes", "of unknown portals", "unreadable"],
    [[events, records, own, unknownPortal, unreadable].map(String)],
  );
}

export function removed(tables: Answer<"purge">): string {
  const rows = Object.entries(tables).map(([name, count]) => [name, String(count)]);
  return `Forgotten, and kept as a proof:\n${table(["table", "rows"], rows)}`;
}

export function ended({
  begun,
  listed,
}: {
  readonly begun: string;
  readonly listed: number;
}): string {
  return begun === "resync"
    ? `Done: ${listed} records read again, and decided.`
    : "Done: every record is decided again.";
}

/** One line a problem, as compilers say it. */
export function problems(file: string, list: readonly LocatedProblem[]): string {
  return list
    .map(({ line, column, severity, path, message, suggestion }) => {
      const where = path.length === 0 ? "" : ` ${pathText(path)}:`;
      return `${file}:${line}:${column}: ${severity}:${where} ${message} ${suggestion}`;
    })
    .join("\n");
}

/** `1 h 5 min`, `12 s`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function progress({ step, listed, total, toDecide, toWrite, remainingMs }: Progress): string {
  const isAtRest = step === "done" && toDecide === 0 && toWrite === 0;
  if (isAtRest) return `at rest, ${listed} records read`;
  const read = total === null ? `${listed} read` : `${listed} of ${total} read`;
  const left = remainingMs === null ? "time left unknown" : `about ${duration(remainingMs)} left`;
  return `${read}, ${toDecide} to decide, ${toWrite} to write, ${left}`;
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
