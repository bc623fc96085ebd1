import type { Table } from "../store/table-store.ts";

/** The sandbox's time: all that waits, expires or is dated goes by it. It never runs backwards. */
export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The time of the world around: what goes over the wire is stamped with it. */
  readonly machine: () => number;
  readonly state: () => ClockState;
  /** Moves the clock or changes its pace; what falls due by that is done before this returns. */
  readonly change: (change: ClockChange) => void;
  /** Does something once the clock reads `time`; the result calls it off. */
  readonly at: (time: number, task: () => void) => () => void;
  /** Forgets all that was to be done. */
  readonly close: () => void;
};

export type ClockState = {
  readonly now: number;
  /** Seconds that pass here in a second of the machine. */
  readonly speed: number;
  readonly frozen: boolean;
};

export type ClockChange = {
  /** Epoch milliseconds; not before what the clock reads. */
  readonly now?: number | undefined;
  readonly speed?: number | undefined;
  readonly frozen?: boolean | undefined;
};

/** A reading, and what the machine's clock said at that moment; enough to go on after a restart. */
export type ClockReading = ClockState & { readonly machine: number };

type Wake = { readonly time: number; readonly task: () => void };

/** The machine's time may itself stand still or jump (a test's does): look again now and then. */
const longestSleepMs = 1_000;
const shortestSleepMs = 5;

/** Opens the clock where it was left, or at `start`, or else at the machine's time. */
export function openClock(
  table: Table<ClockReading>,
  { machine, start }: { readonly machine: () => number; readonly start?: number | undefined },
): Clock {
  const wakes = new Set<Wake>();
  let timer: NodeJS.Timeout | undefined;
  let sleepsUntil = Infinity;
  let reading: ClockReading = table.get("clock") ?? firstReading(machine(), start);

  function now(): number {
    const { now: then, speed, frozen } = reading;
    return frozen ? then : Math.round(then + (machine() - reading.machine) * speed);
  }

  function change(wanted: ClockChange): void {
    const present = now();
    const next = wanted.now ?? present;
    if (next < present) throw new Error("the sandbox's clock does not run backwards");
    const { speed = reading.speed, frozen = reading.frozen } = wanted;
    reading = { now: next, speed, frozen, machine: machine() };
    table.set("clock", reading);
    doWhatIsDue();
  }

  function doWhatIsDue(): void {
    const due = [...wakes].filter(({ time }) => time <= now()).sort((a, b) => a.time - b.time);
    for (const wake of due) {
      // An earlier task may have called this one off.
      if (wakes.delete(wake)) wake.task();
    }
    sleep();
  }

  function sleep(): void {
    let next = Infinity;
    for (const { time } of wakes) next = Math.min(next, time);
    sleepUntil(next);
  }

  function sleepUntil(time: number): void {
    clearTimeout(timer);
    sleepsUntil = time;
    if (time === Infinity || reading.frozen) return;
    const wait = (time - now()) / reading.speed;
    timer = setTimeout(doWhatIsDue, Math.min(Math.max(wait, shortestSleepMs), longestSleepMs));
  }

  return {
    now,
    machine,
    state: () => ({ now: now(), speed: reading.speed, frozen: reading.frozen }),
    change,
    at: (time, task) => {
      const wake = { time, task };
      wakes.add(wake);
      if (time < sleepsUntil) sleepUntil(time);
      return () => wakes.delete(wake);
    },
    close: () => {
      wakes.clear();
      clearTimeout(timer);
    },
  };
}

function firstReading(machine: number, start: number | undefined): ClockReading {
  return { now: start ?? machine, speed: 1, frozen: false, machine };
}
