import * as fs from "node:fs";
import { join } from "node:path";
import { forEachLine } from "./lines.ts";

/** Table, key, and the row's new state; a missing state means the row is gone. */
export type Row = readonly [table: string, key: string, value?: unknown];

export type Journal = {
  readonly append: (rows: Iterable<Row>) => void;
  readonly clear: () => void;
  readonly close: () => void;
};

const fileName = "portal.jsonl";
/** Rows per line. A line is the unit that survives a kill, and must fit comfortably in memory. */
const rowsPerLine = 2_000;
/** Below this many superseded rows compaction is not worth its time. */
const smallWaste = 5_000;

/**
 * Opens the journal in a directory (made when missing): hands every stored row to `load` in order of
 * writing and, when most of the file is superseded rows, rewrites it from `live`.
 */
export function openJournal(
  directory: string,
  load: (row: Row) => void,
  live: () => Iterable<Row>,
): Journal {
  fs.mkdirSync(directory, { recursive: true });
  const path = join(directory, fileName);
  const read = readJournal(path, load);
  if (read > 2 * countOf(live()) + smallWaste) compact(path, live());
  let file = fs.openSync(path, "a");
  return {
    append: (rows) => writeRows(file, rows),
    clear: () => fs.ftruncateSync(file),
    close: () => {
      if (file < 0) return;
      fs.closeSync(file);
      file = -1;
    },
  };
}

function readJournal(path: string, load: (row: Row) => void): number {
  if (!fs.existsSync(path)) return 0;
  let rows = 0;
  const end = forEachLine(path, (line, number) => {
    for (const row of parseLine(line, `${path}:${number}`)) {
      load(row);
      rows += 1;
    }
  });
  // A process killed while writing leaves half a line; the next append must not continue it.
  fs.truncateSync(path, end);
  return rows;
}

function parseLine(line: string, place: string): readonly Row[] {
  try {
    return JSON.parse(line) as Row[];
  } catch (cause) {
    throw new Error(`${place} is not a line of a sandbox journal; remove the file to start anew`, {
      cause,
    });
  }
}

function compact(path: string, rows: Iterable<Row>): void {
  const next = `${path}.next`;
  const file = fs.openSync(next, "w");
  writeRows(file, rows);
  fs.fsyncSync(file);
  fs.closeSync(file);
  fs.renameSync(next, path);
}

function writeRows(file: number, rows: Iterable<Row>): void {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < rowsPerLine) continue;
    fs.appendFileSync(file, `${JSON.stringify(batch)}\n`);
    batch = [];
  }
  if (batch.length > 0) fs.appendFileSync(file, `${JSON.stringify(batch)}\n`);
}

function countOf(rows: Iterable<Row>): number {
  let count = 0;
  for (const _ of rows) count += 1;
  return count;
}
