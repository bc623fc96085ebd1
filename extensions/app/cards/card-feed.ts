import type { CardAnswer } from "../../../src/view/card-view.ts";
import { LoadFailure } from "./load-card.ts";

export type FeedState = {
  /** The newest answer; it stays when a later try fails. */
  readonly answer: CardAnswer | null;
  /** Why the last try failed. */
  readonly failure: string | null;
};

export type CardFeed = {
  /** Asks now. */
  readonly reload: () => void;
  /** Somebody changed what decides: asks until a newer decision is there, or for 12 seconds. */
  readonly follow: () => void;
  readonly close: () => void;
};

export const emptyFeed: FeedState = { answer: null, failure: null };

const pollMs = 1500;
const followMs = 12_000;
const quickPolls = 10;
const slowestMs = 30_000;

/** Keeps the answer of one record current: polls while the server has work left, and when told to. */
export function createCardFeed(parts: {
  readonly load: () => Promise<CardAnswer>;
  readonly onState: (state: FeedState) => void;
  readonly now: () => number;
  /** Runs later; what it returns takes it back. */
  readonly schedule: (run: () => void, afterMs: number) => () => void;
}): CardFeed {
  const { load, onState, now, schedule } = parts;
  let state = emptyFeed;
  let newest = 0;
  let tries = 0;
  let cancel = () => {};
  let following: { readonly from: number | null; readonly until: number } | null = null;

  async function ask(): Promise<void> {
    cancel();
    const request = ++newest;
    try {
      const answer = await load();
      if (request === newest) receive(answer);
    } catch (error) {
      if (request === newest) fail(error);
    }
  }

  function receive(answer: CardAnswer): void {
    const isNew = decidedAt(answer) !== decidedAt(state.answer);
    if (following && (decidedAt(answer) !== following.from || now() >= following.until))
      following = null;
    if (isNew) tries = 0;
    show({ answer, failure: null });
    if (following || answer.pending || answer.record.kind === "undecided") askLater();
  }

  function fail(error: unknown): void {
    const isPassing = error instanceof LoadFailure && error.isPassing;
    show({ ...state, failure: error instanceof Error ? error.message : String(error) });
    if (isPassing) askLater();
  }

  /** Every 1.5 s at first, then ever more slowly: a record may be stuck, a server away for long. */
  function askLater(): void {
    const wait = pollMs * 1.5 ** Math.max(0, tries - quickPolls);
    tries += 1;
    cancel = schedule(() => void ask(), Math.min(wait, slowestMs));
  }

  function show(next: FeedState): void {
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
      following = { from: decidedAt(state.answer), until: now() + followMs };
      void ask();
    },
    close: () => {
      newest += 1; // what is still under way finds nobody
      cancel();
    },
  };
}

function decidedAt(answer: CardAnswer | null): number | null {
  return answer?.record.kind === "decided" ? answer.record.decidedAt : null;
}
