import { readFileSync } from "node:fs";

const ticksPerSecond = 100; // Linux's USER_HZ, the same on every architecture that Node runs on

/** Processor time that a process has used; NaN where the system does not tell. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return NaN;
  }
}
