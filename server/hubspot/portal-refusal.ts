import { AppError, type ErrorCode } from "../errors.ts";

export type PortalProblemCode =
  | "missing_scopes"
  | "forbidden"
  | "unauthorized"
  | "app_credentials"
  | "property_missing"
  | "daily_limit";

/** Why no call of a kind will succeed in a portal, whichever record it is about. */
export type PortalRefusal = {
  readonly code: PortalProblemCode;
  readonly what: string;
  readonly cure: string;
  /** When it is worth asking HubSpot again. */
  readonly retryMs: number;
};

const retryMs = 15 * 60_000;
const installAgain = "An admin of the HubSpot account installs the app again";

/**
 * Tells a refusal of the whole portal from one of a record: `null` for everything that another record
 * or another moment may not meet.
 */
export function portalRefusal(error: unknown): PortalRefusal | null {
  if (!(error instanceof AppError)) return null;
  const refusal = readings[error.code]?.(error);
  return refusal ? { ...refusal, retryMs } : null;
}

type Reading = (error: AppError) => Omit<PortalRefusal, "retryMs"> | null;

const readings: Readonly<Partial<Record<ErrorCode, Reading>>> = {
  hubspot_forbidden: (error) =>
    said(error, "scopes") === ""
      ? {
          code: "forbidden",
          what: `HubSpot refuses calls for this account: ${said(error, "words")}`,
          cure: "See in HubSpot whether the account's subscription or its users' rights have changed.",
        }
      : {
          code: "missing_scopes",
          what: `The app lacks permissions in this account: ${said(error, "scopes")}`,
          cure: `${installAgain} and agrees to all permissions it asks for.`,
        },
  hubspot_unauthorized: () => ({
    code: "unauthorized",
    what: "HubSpot refuses even a fresh token of this account.",
    cure: `${installAgain}.`,
  }),
  configuration: (error) => ({
    code: "app_credentials",
    what: error.message,
    cure: "The operator corrects the server's environment.",
  }),
  hubspot_property_missing: (error) => ({
    code: "property_missing",
    what: `Properties are gone from HubSpot: ${said(error, "properties")}`,
    cure: `${installAgain}: that makes them again.`,
  }),
  hubspot_rate_limited: (error) =>
    said(error, "policy") === "DAILY"
      ? {
          code: "daily_limit",
          what: "The account's calls of this day are used up.",
          cure: "Nothing: work goes on by itself. Other integrations of the account draw on the same count.",
        }
      : null,
};

function said(error: AppError, name: string): string {
  return String(error.context[name] ?? "");
}
