/**
 * What a card draws. Texts are finished sentences, in English; instants are epoch milliseconds that
 * the card formats in the user's locale. The only part of this folder that cards may import, and
 * as types only.
 */
export type Tone = "success" | "warning" | "danger" | "info" | "default";

export type ScoreView = {
  readonly label: string;
  readonly score: number;
  /** Equal to `score` when nothing is missing. */
  readonly upper: number;
  readonly minimum: number | null;
  readonly tone: Tone;
  readonly sentence: string;
  /** Their points sum to `score`. */
  readonly lines: readonly {
    readonly label: string;
    readonly points: number;
    readonly evidence: string | null;
    readonly at: number | null;
  }[];
};

export type MissingView = {
  readonly id: string;
  readonly label: string;
  readonly question: string;
};

export type RoleView = {
  readonly id: string;
  readonly label: string;
  readonly state: "engaged" | "silent" | "suggested" | "missing";
  readonly stateLabel: string;
  readonly tone: Tone;
  readonly needed: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
  }[];
};

export type CommitteeView = {
  readonly title: string;
  /** 0–100. */
  readonly completeness: number;
  readonly sentence: string;
  readonly roles: readonly RoleView[];
  readonly next: string | null;
};

/** Where the handoff stands, and what the reader may do with it. */
export type HandoffView = {
  readonly state: "none" | "offered" | "expired" | "accepted" | "returned";
  readonly sentence: string;
  readonly dueAt: number | null;
  readonly isOverdue: boolean;
  readonly canAccept: boolean;
  readonly canReturn: boolean;
  readonly canSnooze: boolean;
  /** Options of `medqual_return_reason`; empty where nothing can be returned. */
  readonly returnReasons: readonly { readonly value: string; readonly label: string }[];
};

/** The smallest set of changes that takes the contact to its next status, as questions. */
export type WhyNotView = { readonly title: string; readonly questions: readonly MissingView[] };

/** A field whose value nobody stated as it stands. */
export type FieldNote = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly certainty: "normalised" | "inferred";
  readonly property: string;
  readonly sentence: string;
};

export type ContactCardView = {
  readonly kind: "contact";
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly tone: Tone;
  readonly since: number;
  /** One sentence: what the status means here. */
  readonly summary: string;
  readonly flags: readonly string[];
  /** A person's word that stands in for the verdict, and until when. */
  readonly override: string | null;
  readonly next: {
    readonly text: string;
    readonly side: string;
    readonly dueAt: number | null;
    readonly ownerId: string | null;
  };
  readonly handoff: HandoffView;
  /** `null` where no change of facts helps; without questions where nothing is needed. */
  readonly whyNot: WhyNotView | null;
  /** What is handed over with the lead. */
  readonly brief: { readonly known: readonly string[]; readonly unknown: readonly string[] };
  readonly fields: readonly FieldNote[];
  readonly reasons: readonly string[];
  readonly missing: readonly MissingView[];
  readonly fit: ScoreView;
  readonly intent: ScoreView;
  readonly readiness: {
    readonly score: number;
    readonly sentence: string;
    readonly lines: readonly {
      readonly id: string;
      readonly label: string;
      readonly state: "confirmed" | "unknown" | "negative";
      readonly required: boolean;
      readonly hint: string | null;
    }[];
  };
  readonly committee: CommitteeView;
  readonly changesAt: number | null;
};

export type DealCardView = {
  readonly kind: "deal";
  readonly name: string;
  readonly summary: string;
  readonly warnings: readonly string[];
  readonly committee: CommitteeView;
};

/** What the reader may do here; an empty one for who may only look. */
export type ActionsView = {
  readonly accept: boolean;
  /** Why a lead may be returned; empty when this one can't be. */
  readonly returnReasons: readonly { readonly value: string; readonly label: string }[];
  /** Items of the checklist that can be answered; `next_step` by a date. */
  readonly answers: readonly string[];
};

/** Answer of `GET /api/card`. */
export type CardAnswer = {
  readonly mode: "observe" | "active" | "paused";
  readonly playbook: { readonly name: string; readonly version: number };
  /** Work on this record that is not finished: ask again soon. */
  readonly pending: boolean;
  readonly record:
    | {
        readonly kind: "decided";
        readonly decidedAt: number;
        readonly view: ContactCardView | DealCardView;
      }
    | { readonly kind: "undecided" };
  readonly actions: ActionsView;
  /** HubSpot's words where it refused what somebody entered here. */
  readonly refused: string | null;
  /** The last decisions, newest first. */
  readonly trail: readonly { readonly at: number; readonly sentence: string }[];
};
