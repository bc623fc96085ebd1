import { setTimeout as sleep } from "node:timers/promises";
import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../sync/read-progress.ts";
import { AppError } from "../errors.ts";
import type { Connected } from "./connect.ts";
import { duration } from "./print.ts";

const everyMs = 500;
const linesEveryMs = 5_000;

/** Watches a portal's work until nothing of it waits; shows a bar on a terminal, lines elsewhere. */
export async function follow(
  { ask }: Connected,
  portalId: string,
  stream: NodeJS.WriteStream | null,
): Promise<Progress> {
  const bar =
    stream?.isTTY === true
      ? new SingleBar(
          { stream, format: "  {bar} {percentage} %  {left}", hideCursor: true },
          Presets.shades_classic,
        )
      : null;
  bar?.start(1, 0, { left: "" });
  let most = 1;
  let lineAt = 0;
  try {
    for (;;) {
      const [status] = await ask("status", { portalId });
      if (!status) throw new AppError("portal_unknown", `Portal ${portalId} is gone.`);
      const { progress, problems } = status;
      const left = leftOf(progress);
      most = Math.max(most, left);
      bar?.setTotal(most);
      bar?.update(most - left, { left: inWords(progress) });
      if (stream && !bar && Date.now() - lineAt >= linesEveryMs) {
        lineAt = Date.now();
        stream.write(`  ${inWords(progress)}\n`);
      }
      if (progress.step === "done" && left === 0) return progress;
      const [problem] = problems;
      if (problem) throw new AppError("conflict", `${problem.what} ${problem.cure}`);
      await sleep(everyMs);
    }
  } finally {
    bar?.stop();
  }
}

function leftOf({ step, total, listed, toDecide, toWrite }: Progress): number {
  const unlisted = step === "listing" ? Math.max(1, (total ?? listed + 1) - listed) : 0;
  return unlisted * 2 + toDecide + toWrite;
}

function inWords({ listed, total, toDecide, toWrite, remainingMs }: Progress): string {
  const read = total === null ? `${listed} read` : `${listed} of ${total} read`;
  const rest = remainingMs === null ? "" : `, about ${duration(remainingMs)} left`;
  return `${read}, ${toDecide} to decide, ${toWrite} to write${rest}`;
}
