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

export type Option = { readonly value: string; readonly label: string };

/** How something is answered on the card itself. A checklist item; its date; a property of ours. */
export type AnswerForm =
  | { readonly kind: "confirm"; readonly item: string }
  | { readonly kind: "date" }
  | {
      readonly kind: "choose";
      readonly property: string;
      readonly several: boolean;
      readonly options: readonly Option[];
    };

/** Something that keeps the contact from its next step, and the question or field that settles it. */
export type GapView = {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  /** `null`: not answered on the card. */
  readonly answer: AnswerForm | null;
};

/** What would take the contact to its next status: the smallest set of changes first, then the rest. */
export type GapsView = {
  readonly title: string;
  /** Nothing is needed, and why. */
  readonly nothing: string;
  readonly lines: readonly GapView[];
};

export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  /** `proposed`: probably has the role. `elsewhere`: has it, and is not on this deal. */
  readonly standing: "there" | "proposed" | "elsewhere";
  /** Roles to confirm with one press, as values of `medqual_committee_role`. */
  readonly proposal: readonly string[];
};

export type RoleView = {
  readonly id: string;
  readonly label: string;
  readonly state: "engaged" | "silent" | "suggested" | "missing";
  readonly stateLabel: string;
  readonly tone: Tone;
  readonly needed: string;
  readonly people: readonly PersonView[];
  /** Whom to ask, where nobody fills the role. */
  readonly ask: string | null;
};

export type CommitteeView = {
  readonly title: string;
  /** 0–100. */
  readonly completeness: number;
  readonly sentence: string;
  readonly roles: readonly RoleView[];
  readonly next: string | null;
  /** Record to which another person of the committee would be associated. */
  readonly addTo: { readonly objectTypeId: "0-2" | "0-3"; readonly objectId: string } | null;
};

/** Where the handoff stands, and what can be done about it now, by whoever may. */
export type HandoffView = {
  readonly state: "none" | "offered" | "expired" | "accepted" | "returned";
  readonly sentence: string;
  readonly dueAt: number | null;
  readonly isOverdue: boolean;
  readonly canAccept: boolean;
  readonly canReturn: boolean;
  readonly canSnooze: boolean;
  /** Options of `medqual_return_reason`; empty where nothing can be returned. */
  readonly returnReasons: readonly Option[];
};

/** A person's word in place of the verdict. */
export type OverrideView = {
  /** What holds now, until when and why. */
  readonly sentence: string | null;
  readonly statuses: readonly Option[];
  readonly reasons: readonly Option[];
};

/** A field whose value nobody stated as it stands, or that says something only probably. */
export type FieldNote = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly certainty: "normalised" | "inferred" | "doubtful";
  readonly property: string;
  readonly sentence: string;
  /** Writes the value to our own property, where it is then stated. */
  readonly fix: { readonly property: string; readonly values: readonly string[] } | null;
};

export type ReadinessView = {
  readonly score: number;
  /** What it would be if everything unknown were confirmed. */
  readonly upper: number;
  readonly sentence: string;
  readonly lines: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: "confirmed" | "unknown" | "negative";
    readonly required: boolean;
    readonly hint: string | null;
    readonly answer: AnswerForm;
  }[];
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
  readonly override: OverrideView;
  readonly next: {
    readonly text: string;
    readonly side: string;
    readonly dueAt: number | null;
    readonly ownerId: string | null;
  };
  readonly handoff: HandoffView;
  readonly gaps: GapsView;
  /** What is handed over with the lead. */
  readonly brief: { readonly known: readonly string[]; readonly unknown: readonly string[] };
  readonly fields: readonly FieldNote[];
  readonly reasons: readonly string[];
  readonly fit: ScoreView;
  readonly intent: ScoreView;
  readonly readiness: ReadinessView;
  readonly committee: CommitteeView;
  readonly changesAt: number | null;
};

export type DealCardView = {
  readonly kind: "deal";
  readonly name: string;
  readonly summary: string;
  readonly warnings: readonly string[];
  /** Who was engaged and has not been heard of for long; `since` is the last sign of life. */
  readonly silent: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: number;
  }[];
  readonly committee: CommitteeView;
  readonly contacts: readonly DealContactView[];
};

/** How far a contact of a deal has come; one that was never decided stands as such. */
export type DealContactView = {
  readonly id: string;
  readonly name: string;
  readonly statusLabel: string;
  readonly tone: Tone;
  readonly readiness: string;
};

/** What the reader may do. The checklist is open to everybody who sees the card, like its properties. */
export type ReaderView = {
  /** Accept, return, snooze and override. */
  readonly mayHandOver: boolean;
  /** Why not. */
  readonly because: string | null;
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
  readonly reader: ReaderView;
  /** What keeps Medqual from its work in this portal, and what would help, the oldest first. */
  readonly problems: readonly { readonly what: string; readonly cure: string }[];
  /** HubSpot's words where it refused what somebody entered here. */
  readonly refused: string | null;
  /** The last decisions, newest first. */
  readonly trail: readonly { readonly at: number; readonly sentence: string }[];
};
