import { availableParallelism, loadavg } from "node:os";

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it must not pass; absent: nothing is asked of it. */
  readonly atMost?: number;
  readonly below?: number;
  readonly note?: string;
};

export type Report = {
  readonly say: (text: string) => void;
  readonly add: (figure: Figure) => void;
  readonly all: () => readonly Figure[];
};

/** Prints each figure beside its limit as soon as it is known. */
export function createReport(): Report {
  const figures: Figure[] = [];
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  return {
    say,
    add: (figure) => {
      figures.push(figure);
      say(`  ${lineOf(figure)}`);
    },
    all: () => figures,
  };
}

export function holds({ value, atMost, below }: Figure): boolean {
  if (atMost !== undefined) return value <= atMost;
  return below === undefined || value < below;
}

/** How busy the machine is: other work on it makes every time longer, and no count. */
export function machine(): string {
  const load = loadavg().map((value) => value.toFixed(1));
  return `${availableParallelism()} cores, load ${load.join(" ")} (1, 5, 15 min)`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function lineOf(figure: Figure): string {
  const { name, value, unit, atMost, below, note } = figure;
  const sign = atMost === undefined ? "<" : "≤";
  const limit = atMost ?? below;
  const asked =
    limit === undefined
      ? ""
      : `  (limit ${sign} ${rounded(limit)}: ${holds(figure) ? "holds" : "MISSED"})`;
  return `${name}: ${rounded(value)} ${unit}${asked}${note === undefined ? "" : `  ${note}`}`;
}
