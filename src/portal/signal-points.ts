import { kindPositions } from "../facts/signal.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { decayed } from "../scoring/decay.ts";
import type { SignalColumns } from "./signal-columns.ts";

/**
 * Whole points that the signals of a contact have left at `now` (epoch milliseconds), as `signalPoints`
 * has them: added in the same order, because sums of real numbers depend on it.
 */
export function signalPointsOf(
  { starts, codes, at, entries }: SignalColumns,
  playbook: Playbook,
  now: number,
): (contact: number) => number {
  const { worthOf, caps } = compiled(playbook);
  const worths = entries.map(worthOf);
  const kinds = Uint8Array.from(entries, ({ kind }) => kindPositions[kind]);
  return (contact) => {
    const end = starts[contact + 1] ?? 0;
    let total = 0;
    let sum = 0;
    let kind = -1;
    for (let i = starts[contact] ?? 0; i < end; i += 1) {
      const code = codes[i] ?? 0;
      const worth = worths[code];
      if (worth === undefined) continue;
      if (kinds[code] !== kind) {
        if (sum > 0) total += Math.min(sum, caps[kind] ?? 0);
        sum = 0;
        kind = kinds[code] ?? -1;
      }
      sum += decayed(worth, at[i] ?? 0, now);
    }
    if (sum > 0) total += Math.min(sum, caps[kind] ?? 0);
    return Math.round(total);
  };
}
