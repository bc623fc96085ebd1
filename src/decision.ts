import type {
  ChecklistItemId,
  Confirmation,
  ExclusionId,
  HandoffWord,
  Override,
  Subject,
} from "./facts/contact-facts.ts";
import type { Evidence } from "./facts/fact.ts";
import type { RoleId } from "./facts/vocabulary.ts";
import type { Route } from "./playbook/playbook.ts";

export const statuses = [
  "nurture",
  "hold",
  "mql",
  "sql",
  "recycled",
  "disqualified",
  "customer",
] as const;
export type Status = (typeof statuses)[number];

/** One line of a score. The lines of a dimension always sum to its score. */
export type Contribution = {
  readonly id: string;
  readonly label: string;
  /** Whole points; a cap is a line of its own with negative points. */
  readonly points: number;
  readonly evidence: Evidence | null;
  /** Epoch milliseconds, for signals. */
  readonly at: number | null;
};

/** A score as an interval: `score` with what is known, `upper` if everything unknown turned out best. */
export type Dimension = {
  readonly lower: number;
  readonly upper: number;
  readonly minimum: number;
  readonly outcome: "passes" | "fails" | "undecided";
  /** Sums to `lower`. */
  readonly contributions: readonly Contribution[];
  /** Facts and own properties whose values would move it, the most valuable first. */
  readonly unknown: readonly Subject[];
};

export type ChecklistLine = {
  readonly id: ChecklistItemId;
  readonly label: string;
  readonly required: boolean;
  readonly state: Confirmation;
  /** An asset the contact opened that suggests it; never a confirmation, never points. */
  readonly hint: string | null;
  /** Why what sales has confirmed does not count yet. */
  readonly caveat: string | null;
};
export type Readiness = {
  /** 0–100: share of the required items that are confirmed. */
  readonly score: number;
  readonly lines: readonly ChecklistLine[];
  readonly complete: boolean;
  /** The date of the next step has passed. */
  readonly stale: boolean;
};

export type RoleCoverage = {
  readonly id: string;
  readonly label: string;
  readonly roles: readonly RoleId[];
  readonly needed: "sql" | "later";
  /**
   * `engaged` and `silent` are filled. Otherwise there are fewer people than the template asks for:
   * `suggested` when somebody known at the company probably has the role, else `missing`.
   */
  readonly state: "engaged" | "silent" | "suggested" | "missing";
  readonly people: readonly CommitteeMember[];
  /** Who probably has the role, and fills nothing until somebody says so. */
  readonly suggested: readonly CommitteeMember[];
};
export type CommitteeMember = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
};
export type Coverage = {
  /** Which template was used; `null` when the organisation type is unknown or has none. */
  readonly templateId: string | null;
  readonly roles: readonly RoleCoverage[];
  /** 0–100, over all roles of the template. */
  readonly completeness: number;
  /** The same over the roles needed for SQL, and over the later ones; `null` where there are none. */
  readonly required: number | null;
  readonly optional: number | null;
  readonly completeForSql: boolean;
  /** Whom to approach for the first role that nobody fills. */
  readonly next: {
    readonly roleId: string;
    readonly roleLabel: string;
    readonly person: NextPerson | null;
  } | null;
};

/** Why this person is the one to ask: probably has the role, has none we know, or works beside it. */
export type NextPerson = CommitteeMember & {
  readonly because: "suggested" | "role unknown" | "same family";
};

export type Verdict =
  | { readonly kind: "qualified" }
  | { readonly kind: "hold"; readonly missing: readonly MissingFact[] }
  | { readonly kind: "not_yet"; readonly because: readonly NotYetReason[] }
  | { readonly kind: "disqualified"; readonly exclusion: ExclusionId; readonly evidence: Evidence };
/** A fact or own property that would decide it; `domain` is whether the address belongs to the organisation. */
export type MissingFact = Subject | "domain";
export type NotYetReason = "fit" | "intent" | "not_contactable" | "syndication";

export const returnReasons = [
  "not_a_fit",
  "competitor",
  "vendor",
  "student",
  "job_seeker",
  "existing_customer",
  "no_need",
  "no_timeline",
  "no_authority",
  "wrong_contact",
  "duplicate",
  "unreachable",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Which of two handoffs in a row; a portal with one knows the first only. */
export type HandoffStep = 1 | 2;

export type Handoff =
  | { readonly kind: "none" }
  | {
      readonly kind: "offered";
      readonly at: number;
      readonly route: Route;
      readonly step: HandoffStep;
      readonly firstTouchDueAt: number;
      readonly decisionDueAt: number;
      /** The clock stands still until then; it may do so once. */
      readonly snoozedUntil: number | null;
    }
  | {
      readonly kind: "expired";
      readonly at: number;
      readonly route: Route;
      readonly step: HandoffStep;
    }
  | { readonly kind: "accepted"; readonly at: number; readonly step: HandoffStep }
  | {
      readonly kind: "returned";
      readonly at: number;
      /** `null` until sales says why. */
      readonly reason: ReturnReason | null;
      /** End of the cool-down; `null` where the return is final. */
      readonly reenterAt: number | null;
    };

/** Where a contact stands between two decisions; the only memory a decision has. */
export type Standing = {
  readonly status: Status;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly handoff: Handoff;
  /** Value of the handoff property last acted on, so that the same word is heard once. */
  readonly heard: HandoffWord | null;
  /** Value our own word has replaced but HubSpot may still show. */
  readonly superseded: "accepted" | "returned" | null;
  /** Date of the snooze last acted on, so that it stops one clock only. */
  readonly snoozed: number | null;
  /** Signals up to this instant were returned by sales and no longer count. */
  readonly evidenceFrom: number | null;
};

export type NextAction = {
  readonly text: string;
  readonly side: "sales" | "marketing" | "none";
  readonly ownerId: string | null;
  readonly dueAt: number | null;
};

/** Something that keeps the contact from its next step, and the question that would settle it. */
export type Missing = { readonly id: string; readonly label: string; readonly question: string };

/**
 * - `stale`: the date of the next step has passed;
 * - `incomplete`: sales has accepted, and something that SQL asks for is not confirmed;
 * - `overdue`: nobody accepted or returned the handoff in time;
 * - `excluded`: an exclusion was met after sales had accepted;
 * - `unowned`: an MQL or SQL that neither an active owner nor a fallback owner works.
 */
export type Flag = "stale" | "incomplete" | "overdue" | "excluded" | "unowned";

export type ContactDecision = {
  readonly kind: "contact";
  readonly status: Status;
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** A person's word that stands in for the verdict at present. */
  readonly override: Override | null;
  readonly fit: Dimension;
  readonly intent: Dimension;
  readonly readiness: Readiness;
  readonly committee: Coverage;
  readonly flags: readonly Flag[];
  /** Strongest first, sentences a rep would accept; no relative dates. */
  readonly reasons: readonly string[];
  readonly missing: readonly Missing[];
  readonly next: NextAction;
  /** The next instant at which time alone changes this decision; `null` when it never does. */
  readonly nextAt: number | null;
};

export type DealDecision = {
  readonly kind: "deal";
  readonly committee: Coverage;
  /** Everything hangs on one person: nobody else on the deal has shown a sign of life. */
  readonly singleThreaded: boolean;
  /** People who were engaged once and have not been heard of for long. */
  readonly goneSilent: readonly (CommitteeMember & { readonly since: number })[];
  /** Requirements of the template nobody fills, in the order to approach them. */
  readonly missingRoles: readonly RoleCoverage[];
  readonly stalledBecause: string | null;
  /** The next instant at which time alone changes this decision; `null` when it never does. */
  readonly nextAt: number | null;
};
