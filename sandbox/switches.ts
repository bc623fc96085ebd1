import type { AccountTier, ApiAddOns } from "./limits/allowances.ts";

/**
 * Every behaviour of HubSpot that we could not confirm, with the more cautious reading as default.
 * A test can run both ways; the first look at a real portal settles one and removes its switch.
 */
export type Switches = {
  /** How long search answers from the past. Community reports: a few moments to 30 s. */
  readonly searchIndexLagMs: number;
  /** A stage moved backwards: community reports silence and no change; older texts say it is refused. */
  readonly lifecycleBackward: "ignored" | "refused" | "accepted";
  /** A new deal makes its people and companies opportunities, a won one customers: a portal setting. */
  readonly dealsMoveLifecycleStages: boolean;
  /** Default stage of records created without one; a portal setting, HubSpot's own default is "lead". */
  readonly defaultLifecycleStage: string | null;
  /** Calculated and engagement properties reportedly never fire webhooks. */
  readonly calculatedPropertiesFireWebhooks: boolean;
  /** Values given at creation are reported as property changes besides the creation (community). */
  readonly creationFiresPropertyChanges: boolean;
  /** Observed as JSON numbers on live portals; the specification of the dated API says string. */
  readonly toObjectIdType: "number" | "string";
  /** Results of a batch are documented as unordered; "input" is the kinder reading. */
  readonly batchResultOrder: "reversed" | "input";
  /** Ids from before a merge, given to a batch: reported missing, or left out without a word. */
  readonly mergedIdsInBatches: "omitted" | "notFound";
  /** A merge comes with the creation of the new record and the deletion of both (community). */
  readonly mergesFireCreationAndDeletions: boolean;
  /** The first company of a contact or deal becomes its primary one (seen in the user interface). */
  readonly firstCompanyBecomesPrimary: boolean;
  /** Event ids are documented as not unique; true makes every event carry the same one. */
  readonly eventIdsRepeat: boolean;
  /** Whether an access token issued before an uninstall still works until it expires. */
  readonly accessTokensOutliveUninstall: boolean;
  /** Scopes of features the account has not bought; such optional scopes are dropped silently. */
  readonly scopesTheAccountLacks: readonly string[];
  /** Whether the account has bought leads (Sales Hub Professional); without them they answer 403. */
  readonly leadsObject: boolean;
  /** What a deletion's `changeFlag` says; only creation's CREATED was ever published. */
  readonly deletionChangeFlag: string;
  /** Subscription of the account, on which the limits of private apps and of associations depend. */
  readonly accountTier: AccountTier;
  readonly apiAddOns: ApiAddOns;
  /** Deprecated headers that tell of single seconds; recorded in 2022 and said to be still there. */
  readonly secondlyHeaders: boolean;
  /** Documented as 5 per account; older texts say 4, and per token. */
  readonly searchesPerSecond: number;
  /** The specification exempts association batches from the ten-second limit, the documentation gives them one of their own. */
  readonly associationsAreLimited: boolean;
  /** How long events gather before a file of the Webhooks Journal is published; not documented. */
  readonly journalPublishMs: number;
  /** How long exports and imports take; not documented. */
  readonly exportMs: number;
  readonly importMs: number;
};

export const defaultSwitches: Switches = {
  searchIndexLagMs: 5_000,
  lifecycleBackward: "ignored",
  dealsMoveLifecycleStages: false,
  defaultLifecycleStage: "lead",
  calculatedPropertiesFireWebhooks: false,
  creationFiresPropertyChanges: true,
  toObjectIdType: "number",
  batchResultOrder: "reversed",
  mergedIdsInBatches: "omitted",
  mergesFireCreationAndDeletions: true,
  firstCompanyBecomesPrimary: true,
  eventIdsRepeat: false,
  accessTokensOutliveUninstall: false,
  scopesTheAccountLacks: [],
  leadsObject: true,
  deletionChangeFlag: "DELETED",
  accountTier: "professional",
  apiAddOns: 0,
  secondlyHeaders: true,
  searchesPerSecond: 5,
  associationsAreLimited: true,
  journalPublishMs: 1_000,
  exportMs: 2_000,
  importMs: 2_000,
};

const leadScopes = ["crm.objects.leads.read", "crm.objects.leads.write"];

/** Scopes that no app gets in the account, whatever a person agrees to. */
export function lackedScopes({ scopesTheAccountLacks, leadsObject }: Switches): readonly string[] {
  return leadsObject ? scopesTheAccountLacks : [...scopesTheAccountLacks, ...leadScopes];
}
