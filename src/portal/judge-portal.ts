import type { Dimension } from "../decision.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { clamp, outcomeOf } from "../scoring/dimension.ts";
import { type AddSums, sumsOf } from "./plan-sums.ts";
import { boughtBit, gates, type PortalColumns } from "./portal-columns.ts";
import { signalPointsOf } from "./signal-points.ts";

/** What a verdict may be, the worst first, as `gates` has it. */
export const verdictKinds = ["disqualified", "not_yet", "hold", "qualified"] as const;

/** Ends of the scores, and the verdict, of each contact of a slice. */
export type PortalVerdicts = {
  readonly fit: Ends;
  readonly intent: Ends;
  /** Index of `verdictKinds`. */
  readonly verdicts: Uint8Array;
};
/** 0–100. */
type Ends = { readonly lower: Uint8Array; readonly upper: Uint8Array };

/** Judges contacts `from` up to `to` of the columns. */
export type JudgeSlice = (from: number, to: number) => PortalVerdicts;

/** So many contacts at a time that what is worked on stays in the processor's cache. */
const blockSize = 4096;

/**
 * Fit, intent and MQL verdict of a whole portal at `now` (epoch milliseconds): for every contact what
 * `evaluateContact` says of `fit`, of `intent` and of the kind of its verdict. The playbook must read
 * facts like the one that the columns were read by.
 */
export function judgePortal(columns: PortalColumns, playbook: Playbook, now: number): JudgeSlice {
  const { fitPlan, intentPlan, mostSignalPoints } = compiled(playbook);
  const addFit = sumsOf(fitPlan, columns, "all");
  const addConfirmed = sumsOf(fitPlan, columns, "confirmed");
  const addIntent = sumsOf(intentPlan, columns, "all");
  const signalPoints = signalPointsOf(columns.signals, playbook, now);
  const [fitCode, intentCode] = [codesFor(playbook.fit.minimum), codesFor(playbook.intent.minimum)];

  const judgeBlock = (first: number, count: number, into: PortalVerdicts, at: number): void => {
    const fit = sumBlock(addFit, first, count);
    const intent = sumBlock(addIntent, first, count);
    const confirmed = hasBought(columns, first, count) ? sumBlock(addConfirmed, first, count) : fit;
    for (let i = 0; i < count; i += 1) {
      const contact = first + i;
      const gate = columns.gates[contact] ?? 0;
      const isUnread = columns.unread[contact] === 1;
      const points = isUnread ? 0 : signalPoints(contact);
      const [fitLow, fitHigh] = [clamp(fit.low[i] ?? 0), clamp(fit.high[i] ?? 0)];
      const intentLow = clamp(points + (intent.low[i] ?? 0));
      const intentHigh = clamp((isUnread ? mostSignalPoints : points) + (intent.high[i] ?? 0));
      into.fit.lower[at + i] = fitLow;
      into.fit.upper[at + i] = fitHigh;
      into.intent.lower[at + i] = intentLow;
      into.intent.upper[at + i] = intentHigh;
      const worst = Math.min(fitCode(fitLow, fitHigh), intentCode(intentLow, intentHigh));
      into.verdicts[at + i] =
        gate < boughtBit
          ? Math.min(gate, worst)
          : Math.min(
              gate - boughtBit,
              worst,
              fitCode(clamp(confirmed.low[i] ?? 0), clamp(confirmed.high[i] ?? 0)),
            );
    }
  };
  return (from, to) => {
    const made = emptyVerdicts(to - from);
    for (let first = from; first < to; first += blockSize)
      judgeBlock(first, Math.min(blockSize, to - first), made, first - from);
    return made;
  };
}

const codes: Readonly<Record<Dimension["outcome"], number>> = {
  fails: gates.indexOf("fails"),
  undecided: gates.indexOf("undecided"),
  passes: gates.indexOf("passes"),
};

/** Outcomes as codes that sort like gates and verdicts: the worst of several is the least. */
function codesFor(minimum: number): (lower: number, upper: number) => number {
  return (lower, upper) => codes[outcomeOf(lower, upper, minimum)];
}

function sumBlock(add: AddSums, from: number, count: number) {
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  add(from, low, high);
  return { low, high };
}

function hasBought({ gates: all }: PortalColumns, first: number, count: number): boolean {
  for (let i = first; i < first + count; i += 1) if ((all[i] ?? 0) >= boughtBit) return true;
  return false;
}

function emptyVerdicts(count: number): PortalVerdicts {
  const ends = () => ({ lower: new Uint8Array(count), upper: new Uint8Array(count) });
  return { fit: ends(), intent: ends(), verdicts: new Uint8Array(count) };
}
