import { type Answered, type Failure, isPassing } from "./ask-server.ts";

export type FeedState<Body> = {
  /** The newest answer; it stays when a later try fails. */
  readonly answer: Body | null;
  /** Why the last try failed. */
  readonly failure: Failure | null;
  /** Something was asked and is not answered yet. */
  readonly isAsking: boolean;
};

export type Feed = {
  /** Asks now. */
  readonly reload: () => void;
  /** Somebody changed what decides: asks until a newer answer is there, or for 12 seconds. */
  readonly follow: () => void;
  readonly close: () => void;
};

export type FeedParts<Body> = {
  readonly load: () => Promise<Answered<Body>>;
  readonly onState: (state: FeedState<Body>) => void;
  /** Changes when what is shown was decided anew. */
  readonly versionOf: (answer: Body) => number | string | null;
  /** The server still has work on it: ask again soon. */
  readonly isOpen: (answer: Body) => boolean;
  readonly now: () => number;
  /** Runs later; what it returns takes it back. */
  readonly schedule: (run: () => void, afterMs: number) => () => void;
};

const pollMs = 1500;
const followMs = 12_000;
const quickPolls = 10;
const slowestMs = 30_000;

/** Nothing asked, nothing known. */
export const emptyFeed: FeedState<never> = { answer: null, failure: null, isAsking: true };

/** Keeps an answer of the server current: polls while there is work left, and when told to. */
export function createFeed<Body>(parts: FeedParts<Body>): Feed {
  const { load, onState, now, schedule } = parts;
  let state: FeedState<Body> = emptyFeed;
  let newest = 0;
  let tries = 0;
  let cancel = () => {};
  let following: { readonly from: number | string | null; readonly until: number } | null = null;

  async function ask(): Promise<void> {
    cancel();
    const request = ++newest;
    show({ ...state, isAsking: true });
    const answered = await load();
    if (request !== newest) return;
    if (answered.kind === "answered") receive(answered.body);
    else fail(answered.failure);
  }

  function receive(answer: Body): void {
    const version = versionOf(answer);
    if (version !== versionOf(state.answer)) tries = 0;
    const isLate = following !== null && now() >= following.until;
    if (isLate || version !== following?.from) following = null;
    show({ answer, failure: null, isAsking: false });
    if (following || parts.isOpen(answer)) askLater();
  }

  function fail(failure: Failure): void {
    show({ ...state, failure, isAsking: false });
    if (isPassing(failure)) askLater();
  }

  /** Every 1.5 s at first, then ever more slowly: a record may be stuck, a server away for long. */
  function askLater(): void {
    const wait = pollMs * 1.5 ** Math.max(0, tries - quickPolls);
    tries += 1;
    cancel = schedule(() => void ask(), Math.min(wait, slowestMs));
  }

  function versionOf(answer: Body | null): number | string | null {
    return answer === null ? null : parts.versionOf(answer);
  }

  function show(next: FeedState<Body>): void {
    state = next;
    onState(next);
  }

  return {
    reload: () => {
      tries = 0;
      void ask();
    },
    follow: () => {
      tries = 0;
      following = { from: versionOf(state.answer), until: now() + followMs };
      void ask();
    },
    close: () => {
      newest += 1; // what is still under way finds nobody
      cancel();
    },
  };
}
