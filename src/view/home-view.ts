import type { Tone } from "./card-view.ts";

/** What the home page draws. Marketing's figures and sales' are apart: MQLs are never pipeline. */
export type CountView = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
};

export type HomeView = {
  readonly headline: string;
  /** Where contacts stand now; every status, those without a contact too. */
  readonly standing: readonly CountView[];
  /** Moves between statuses since `since`, the most frequent first. */
  readonly moves: {
    readonly since: number;
    readonly lines: readonly { readonly sentence: string; readonly count: number }[];
  };
  readonly mqlsByOffer: readonly CountView[];
  readonly mqlsBySource: readonly CountView[];
  /** The longest overdue first. */
  readonly overdue: readonly {
    readonly contactId: string;
    readonly name: string;
    readonly sentence: string;
    readonly since: number;
    readonly ownerId: string | null;
  }[];
  /** Fields whose absence keeps contacts on hold, the worst first. */
  readonly holdByField: readonly CountView[];
};
