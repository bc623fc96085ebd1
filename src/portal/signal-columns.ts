import { type Signal, signalKinds } from "../facts/signal.ts";
import { type Codes, growingCodes } from "./growing-codes.ts";

/** What the worth of a signal depends on. */
export type Worthy = Pick<Signal, "kind" | "offerId">;

/**
 * The signals of many contacts in one row: those of contact `i` are from `starts[i]` up to
 * `starts[i + 1]`, kind by kind, and the oldest of a kind first, which is the order they are added up in.
 */
export type SignalColumns = {
  readonly starts: Uint32Array;
  /** By signal, which entry it is. */
  readonly codes: Codes;
  readonly entries: readonly Worthy[];
  /** By signal, epoch milliseconds. */
  readonly at: Float64Array;
};

export function growingSignals() {
  const starts: number[] = [0];
  const codes = growingCodes();
  const at: number[] = [];
  const entries: Worthy[] = [];
  const byKey = new Map<string, number>();

  const codeOf = ({ kind, offerId }: Worthy): number => {
    const key = `${kind} ${offerId ?? ""}`;
    const code = byKey.get(key) ?? entries.push({ kind, offerId }) - 1;
    byKey.set(key, code);
    return code;
  };
  return {
    /** Signals that count, oldest first. */
    add: (counted: readonly Signal[]): void => {
      for (const kind of signalKinds) {
        for (const signal of counted) {
          if (signal.kind !== kind) continue;
          codes.add(codeOf(signal));
          at.push(signal.at);
        }
      }
      starts.push(at.length);
    },
    taken: (): SignalColumns => ({
      starts: Uint32Array.from(starts),
      codes: codes.taken(),
      entries: [...entries],
      at: Float64Array.from(at),
    }),
  };
}
