import type { Subject } from "../facts/contact-facts.ts";
import { subjectsOf } from "./criterion.ts";
import { type FactOf, judge, judgeTest } from "./judge.ts";
import type { Part } from "./plan.ts";
import type { Table } from "./table.ts";

/** A subject that is not known, and by how many points a value of it alone may move a score. */
export type Gain = { readonly subject: Subject; readonly gain: number };

/** Of an entry of a part's table: the end that a value of each unknown subject would reach at most. */
export function gainsAt(entry: number, { subjects }: Part, table: Table): readonly Gain[] {
  const [high, low] = [table.high[entry] ?? 0, table.low[entry] ?? 0];
  if (high === low) return [];
  const gains: Gain[] = [];
  for (const [i, { subject, states }] of subjects.entries()) {
    const stride = table.strides[i] ?? 1;
    const state = Math.floor(entry / stride) % states;
    if (state >= 2) continue;
    let leastHigh = high;
    let mostLow = low;
    for (let other = 2; other < states; other += 1) {
      const at = entry + (other - state) * stride;
      leastHigh = Math.min(leastHigh, table.high[at] ?? 0);
      mostLow = Math.max(mostLow, table.low[at] ?? 0);
    }
    const gain = Math.max(high - leastHigh, mostLow - low);
    if (gain > 0) gains.push({ subject, gain });
  }
  return gains;
}

/** Puts a gain among gains whose largest comes first; of equals the earlier one stays ahead. */
export function insertGain(gains: Gain[], gain: Gain): void {
  let at = gains.push(gain) - 1;
  for (; at > 0; at -= 1) {
    const before = gains[at - 1];
    if (before === undefined || before.gain >= gain.gain) break;
    gains[at] = before;
  }
  gains[at] = gain;
}

/** The same of a part without a table: all that its open criteria are worth. */
export function gainsAlone({ criteria }: Part, factOf: FactOf): readonly Gain[] {
  const gains: Gain[] = [];
  for (const criterion of criteria) {
    if (judge(criterion, (test) => judgeTest(test, factOf)) !== "unknown") continue;
    for (const subject of subjectsOf(criterion))
      if (factOf(subject)?.kind !== "known")
        gains.push({ subject, gain: Math.abs(criterion.points) });
  }
  return gains;
}
