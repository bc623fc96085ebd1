import type {
  CareSetting,
  OrganizationType,
  RoleId,
  ServiceInterest,
  Specialty,
} from "./vocabulary.ts";
import type { EmailKind } from "./email-kind.ts";
import type { Fact } from "./fact.ts";
import type { Signal } from "./signal.ts";

/** The facts that fit criteria may test. Lists are sets: order has no meaning. */
export type Profile = {
  readonly organizationType: Fact<OrganizationType>;
  readonly specialty: Fact<Specialty>;
  readonly serviceInterest: Fact<readonly ServiceInterest[]>;
  readonly role: Fact<readonly RoleId[]>;
  /** Employees of the organisation. */
  readonly size: Fact<number>;
  readonly providers: Fact<number>;
  readonly beds: Fact<number>;
  /** Places where the organisation works. */
  readonly sites: Fact<number>;
  readonly careSetting: Fact<readonly CareSetting[]>;
  /** ISO 3166 alpha-2. */
  readonly country: Fact<string>;
  /** ISO 3166-2, as `US-TX`. */
  readonly region: Fact<string>;
  readonly ehr: Fact<string>;
  readonly email: Fact<EmailKind>;
};
export type FactId = keyof Profile;
export type FactValue = string | number | readonly string[];

/** A property that the portal made itself: the type of its record, and its name there. */
export type PropertyName = `contact.${string}` | `company.${string}`;
/** What a criterion may test. */
export type Subject = FactId | PropertyName;
/** Of each own property that the playbook names: its value. Without the record it stands on, nothing. */
export type OwnFacts = Readonly<Partial<Record<PropertyName, Fact<FactValue>>>>;

/** What disqualifies at once, when met. */
export const exclusionIds = [
  "competitor",
  "vendor",
  "student",
  "job_seeker",
  "patient",
  "customer",
] as const;
export type ExclusionId = (typeof exclusionIds)[number];

export type SourceClass = "own" | "partner" | "syndication" | "outbound" | "import";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  /** Empty: the title says nothing sure (we abstain). */
  readonly roles: readonly RoleId[];
  readonly rolesFrom: "person" | "title" | "buying role" | "none";
  readonly words: string | null;
  /** Roles this person may well have; they are proposed, and fill nothing. */
  readonly suggested: readonly RoleId[];
  /** The latest sign of life, epoch milliseconds; `null` when none was ever seen. */
  readonly engagedAt: number | null;
};

/** The contact's primary company and everybody known there; without a company, the contact alone. */
export type Account = {
  readonly companyId: string | null;
  readonly name: string | null;
  readonly people: readonly Person[];
  /** People of the company who do not take part: on a deal, those who are not associated with it. */
  readonly others?: readonly Person[];
  /** People of the parent company; they count only where the template says so. */
  readonly atParent?: readonly Person[];
};

export const checklistItems = [
  "need",
  "timeline",
  "authority",
  "next_step",
  "budget_path",
  "current_tools",
  "integration",
  "compliance",
] as const;
export type ChecklistItemId = (typeof checklistItems)[number];
export type Confirmation = "confirmed" | "unknown" | "negative";

/** `offered_next`: the second of two handoffs in a row. */
export const handoffWords = ["offered", "offered_next", "accepted", "returned"] as const;
export type HandoffWord = (typeof handoffWords)[number];

/** SQL has to be earned, and a customer is one in HubSpot: no override makes either. */
export const overrideStatuses = ["mql", "nurture", "disqualified"] as const;
export const overrideReasons = [
  "known_from_conversation",
  "strategic_account",
  "existing_relationship",
  "wrong_data",
  "legal_or_policy",
] as const;
export type Override = {
  readonly status: (typeof overrideStatuses)[number];
  readonly reason: (typeof overrideReasons)[number];
  /** Midnight UTC of its last day, epoch milliseconds. */
  readonly until: number;
};

/** What people said through the input properties; `null` where nobody said anything. */
export type Inputs = {
  readonly handoff: HandoffWord | null;
  readonly returnReason: string | null;
  /** Stands in for the verdict until it ends; needs all its parts. */
  readonly override: Override | null;
  /** Midnight UTC of the date until which a clock may stand still, epoch milliseconds. */
  readonly snoozeUntil: number | null;
  readonly checklist: Readonly<Record<ChecklistItemId, Confirmation>>;
  /** Midnight UTC of the date of the next step, epoch milliseconds. */
  readonly nextStepAt: number | null;
};

/** Everything known about one contact at one instant; the input of a decision. */
export type ContactFacts = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  /** False when HubSpot no longer knows the owner as an active user. */
  readonly ownerIsActive: boolean;
  readonly profile: Profile;
  readonly properties: OwnFacts;
  readonly exclusions: Readonly<Record<ExclusionId, Fact<boolean>>>;
  readonly contactable: Fact<boolean>;
  /** Whether the address is known to belong to the organisation, or to have taken our mail. */
  readonly domainVerified: Fact<boolean>;
  readonly source: Fact<SourceClass>;
  /** False when the source of signals was not read: intent is then unknown, not zero. */
  readonly signalsRead: boolean;
  readonly signals: readonly Signal[];
  readonly inputs: Inputs;
  readonly account: Account;
};

export type DealFacts = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly isClosed: boolean;
  readonly solution: "software" | "device" | "service";
  readonly organizationType: Fact<OrganizationType>;
  readonly account: Account;
};
