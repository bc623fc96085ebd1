import type { ChecklistItemId, FactId, PropertyName, SourceClass } from "../facts/contact-facts.ts";
import type { SignalKind } from "../facts/signal.ts";
import type {
  OrganizationType,
  OwnValue,
  RoleId,
  ServiceInterest,
  VocabularyId,
} from "../facts/vocabulary.ts";
import type { Criterion } from "../criteria/criterion.ts";

export type Stage = "awareness" | "consideration" | "decision";
export type Solution = "software" | "device" | "service";
/** The queue an MQL waits in. Leads from syndication have one of their own. */
export type Route = "sales" | "nurture" | "syndication";

/**
 * What was asked for or responded to. `forms` are names or ids of forms and campaigns that are this
 * offer, exactly; where none is, `match` decides: words that all occur in the form's or campaign's name.
 */
export type Offer = {
  readonly id: string;
  readonly label: string;
  readonly stage: Stage;
  readonly signal: SignalKind;
  readonly forms: readonly string[];
  readonly match: readonly (readonly string[])[];
  /** What it is about; `null`: whatever the portal sells. */
  readonly solution: Solution | null;
  /** False for content on other people's sites. */
  readonly own: boolean;
  readonly route: Route;
  readonly clock: Clock;
  /** What a signal that answers it is worth, where its kind and stage do not say it; else `null`. */
  readonly worth: SignalWorth | null;
  /** Checklist items beyond the required ones. */
  readonly extras: readonly ChecklistItemId[];
  /** What responding says about the interest; stands in where the contact stated none. */
  readonly topic: ServiceInterest | null;
};

/** Working time in the portal's calendar. */
export type Duration =
  | { readonly kind: "hours"; readonly hours: number }
  | { readonly kind: "days"; readonly days: number };
export type Clock = { readonly firstTouch: Duration; readonly decision: Duration };

/** Points of a fresh signal, at least 0, and the days in which half of them are gone. */
export type SignalWorth = { readonly points: number; readonly halfLifeDays: number };

export type SignalRule = SignalWorth & {
  /** Most points that all signals of this kind together may give. */
  readonly cap: number;
  /** Where the offer's stage makes it worth more or less. */
  readonly byStage?: Readonly<Partial<Record<Stage, SignalWorth>>>;
};

export type SourceRule = {
  readonly id: string;
  readonly label: string;
  readonly class: SourceClass;
  /** Property and the words, any of which puts the contact in this class. */
  readonly property: string;
  readonly words: readonly string[];
};

/** Any of `roles` fills it. */
export type RoleRequirement = {
  readonly id: string;
  readonly label: string;
  readonly roles: readonly RoleId[];
  readonly people: number;
  readonly weight: number;
};

/** Whom of the committee a stage of a deal asks for. */
export type StageNeeds = "nobody" | "sql" | "everybody";

/** Requirements in the order in which people are approached. */
export type CommitteeTemplate = {
  readonly id: string;
  readonly organizationTypes: readonly OrganizationType[];
  readonly solutions: readonly Solution[];
  /** Whether people of the parent company count as well. */
  readonly includesParent: boolean;
  readonly atSql: readonly RoleRequirement[];
  readonly later: readonly RoleRequirement[];
};

/**
 * Rules of a time zone as data: from each instant (epoch milliseconds, ascending) on, clocks are so
 * many minutes ahead of UTC. The first offset holds before its instant too.
 */
export type TimeZone = {
  /** As the IANA database calls it. */
  readonly name: string;
  readonly offsets: readonly { readonly from: number; readonly minutes: number }[];
};

/** Working hours; times are minutes after midnight in the zone. */
export type Calendar = {
  readonly zone: TimeZone;
  /** 0 is Sunday. */
  readonly workdays: readonly number[];
  readonly startMinute: number;
  readonly endMinute: number;
  /** `YYYY-MM-DD` in the portal's time. */
  readonly holidays: readonly string[];
};

/** Who works the leads of a route, and who gets those that nobody owns. */
export type Queue = {
  readonly label: string;
  readonly side: "sales" | "marketing";
  /** HubSpot's owner id; `null`: nobody is named yet. */
  readonly fallbackOwnerId: string | null;
};

/** A second handoff after the first was accepted, as from an SDR to an account executive. */
export type SecondHandoff = {
  readonly queue: Queue;
  readonly clock: Clock;
  /** What must be confirmed before the lead is passed on. */
  readonly after: readonly ChecklistItemId[];
};

/** What HubSpot's own properties say for ours; `null` leaves them alone. */
export type Projection = {
  readonly lifecycle: Readonly<Record<"mql" | "sql", string | null>>;
  readonly leadStatus: Readonly<
    Record<"offered" | "accepted" | "disqualified" | "recycled", string | null>
  >;
};

/** A property of the portal's own that criteria test: a score of its own, a segment, a date. */
export type OwnProperty = {
  readonly id: PropertyName;
  /** What people call it. */
  readonly label: string;
  /** `choice` is one option, `choices` are several; dates are epoch milliseconds. */
  readonly kind: "text" | "number" | "date" | "choice" | "choices";
};

/** Who may do what, by HubSpot user id. */
export type People = {
  /** Publishing takes one of each side. Where a side names nobody, anybody may approve for it. */
  readonly approvers: Readonly<Record<"marketing" | "sales", readonly string[]>>;
  /** Those who may accept and return leads of a route besides their owner. */
  readonly members: Readonly<Partial<Record<Route, readonly string[]>>>;
  /** Those who may disconnect the portal and run fixes; nobody named: its super admins. */
  readonly admins: readonly string[];
};

/** A portal's one agreed definition. Everything in it is data: it can be stored, compared, exported. */
export type Playbook = {
  readonly version: number;
  readonly name: string;
  readonly preset: "volume" | "quality" | "hybrid";
  readonly solution: Solution;
  /** Where each fact is read, best first: `contact.<property>` or `company.<property>`. */
  readonly factSources: Readonly<Record<FactId, readonly string[]>>;
  /** Properties of the portal's own that criteria name. */
  readonly properties: readonly OwnProperty[];
  /** Values that this portal adds to a vocabulary, and what people see for each. */
  readonly vocabulary: Readonly<Partial<Record<VocabularyId, Readonly<Record<OwnValue, string>>>>>;
  /** Further spellings of this portal: fact → text (any case) → canonical value. */
  readonly synonyms: Readonly<Partial<Record<FactId, Readonly<Record<string, string>>>>>;
  readonly fit: { readonly minimum: number; readonly criteria: readonly Criterion[] };
  readonly intent: {
    readonly minimum: number;
    readonly signals: Readonly<Record<SignalKind, SignalRule>>;
    /** Points for interest that the portal itself measures, such as an engagement score of its own. */
    readonly criteria: readonly Criterion[];
  };
  readonly offers: readonly Offer[];
  readonly sources: readonly SourceRule[];
  readonly competitorDomains: readonly string[];
  readonly people: People;
  readonly readiness: { readonly required: readonly ChecklistItemId[] };
  readonly committee: {
    readonly requiredAtSql: boolean;
    readonly templates: readonly CommitteeTemplate[];
    /** By id of the deal stage; one that is not named asks for those needed at SQL. */
    readonly dealStages: Readonly<Record<string, StageNeeds>>;
    /** Days without a sign of life after which somebody who was engaged has gone silent. */
    readonly silentAfterDays: number;
  };
  readonly handoff: {
    readonly calendar: Calendar;
    readonly coolDownDays: number;
    /** Clock of an MQL that no single offer explains. */
    readonly clock: Clock;
    readonly route: Route;
    readonly syndicationClock: Clock;
    readonly queues: Readonly<Record<Route, Queue>>;
    /** `null`: sales accepts once. */
    readonly second: SecondHandoff | null;
  };
  readonly projection: Projection;
};
