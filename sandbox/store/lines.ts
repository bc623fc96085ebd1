import { closeSync, openSync, readSync } from "node:fs";

const chunkBytes = 4 * 1024 * 1024;
const newline = 0x0a;

/**
 * Calls `take` for every complete line of a file, whatever the file's size.
 * Returns the offset in bytes after the last complete line.
 */
export function forEachLine(path: string, take: (line: string, number: number) => void): number {
  const file = openSync(path, "r");
  const chunk = Buffer.alloc(chunkBytes);
  let rest: Buffer = Buffer.alloc(0);
  let end = 0;
  let number = 0;
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let start = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, start)) {
      number += 1;
      take(bytes.toString("utf8", start, at), number);
      end += at + 1 - start;
      start = at + 1;
    }
    rest = bytes.subarray(start);
  }
  closeSync(file);
  return end;
}
