/** What HubSpot lets an account's apps do, by subscription: calls in ten seconds, and a day. */
export type AccountTier = "free" | "starter" | "professional" | "enterprise";

/** How much more of the API the account has bought: HubSpot sells it twice at most. */
export type ApiAddOns = 0 | 1 | 2;

export type Allowances = {
  /** A public app's share in one account; no daily one, and no add-on raises it. */
  readonly publicApp: number;
  readonly privateApp: number;
  /** Shared by all private apps of the account. */
  readonly daily: number;
  readonly associations: number;
  readonly associationsDaily: number;
};

const publicApp = 110;
const associationsDaily = 500_000;

const byTier: Readonly<Record<AccountTier, Allowances>> = {
  free: { publicApp, privateApp: 100, daily: 250_000, associations: 100, associationsDaily },
  starter: { publicApp, privateApp: 100, daily: 250_000, associations: 100, associationsDaily },
  professional: {
    publicApp,
    privateApp: 190,
    daily: 625_000,
    associations: 150,
    associationsDaily,
  },
  enterprise: {
    publicApp,
    privateApp: 190,
    daily: 1_000_000,
    associations: 150,
    associationsDaily,
  },
};

export function allowancesOf(tier: AccountTier, addOns: ApiAddOns): Allowances {
  const base = byTier[tier];
  if (addOns === 0) return base;
  return {
    ...base,
    privateApp: 250,
    daily: base.daily + addOns * 1_000_000,
    associations: 200,
    associationsDaily: 1_000_000,
  };
}
