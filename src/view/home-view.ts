import type { Tone } from "./card-view.ts";

/** What the home page draws. Marketing's figures and sales' are apart: MQLs are never pipeline. */
export type CountView = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
};

/** How many stand in a status, and how many came to it and left it in the period. */
export type StandingView = CountView & { readonly entered: number; readonly left: number };

export type OverdueView = {
  readonly contactId: string;
  readonly name: string;
  /** Whose answer is awaited. */
  readonly queue: string;
  /** When the time to answer was over, epoch milliseconds. */
  readonly since: number;
};

export type HomeView = {
  /** Contacts that were decided, whatever their status. */
  readonly contacts: number;
  /** Every status of marketing's, those without a contact too. */
  readonly marketing: {
    readonly headline: string;
    readonly standing: readonly StandingView[];
    readonly mqlsByOffer: readonly CountView[];
    readonly mqlsBySource: readonly CountView[];
  };
  readonly sales: {
    readonly headline: string;
    readonly standing: readonly StandingView[];
    /** What became of what was handed over, of contacts that are MQLs now. */
    readonly handoffs: readonly CountView[];
    /** The longest overdue first, at most as many as fit on a page. */
    readonly overdue: readonly OverdueView[];
  };
  /** Moves between statuses since `since`, the most frequent first. */
  readonly moves: { readonly since: number; readonly lines: readonly CountView[] };
  /** Fields whose absence keeps contacts on hold, the worst first. */
  readonly holdByField: readonly CountView[];
};

/** What the server answers to the home page. */
export type HomeAnswer = {
  readonly at: number;
  readonly mode: "observe" | "active" | "paused";
  /** Null when every record was read and decided at least once. */
  readonly backfill: {
    readonly step: "listing" | "assess";
    /** Records read so far, of all kinds. */
    readonly listed: number;
    readonly decided: number;
  } | null;
  /** What keeps Medqual from working, for somebody to put right. */
  readonly problems: readonly { readonly what: string; readonly cure: string }[];
  readonly view: HomeView;
};
