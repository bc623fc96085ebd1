import type { Contribution } from "../decision.ts";

/** Puts a line among lines whose strongest comes first; of equals the earlier one stays ahead. */
export function insertLine(lines: Contribution[], line: Contribution): void {
  let at = lines.push(line) - 1;
  for (; at > 0; at -= 1) {
    const before = lines[at - 1];
    if (before === undefined || before.points >= line.points) break;
    lines[at] = before;
  }
  lines[at] = line;
}
