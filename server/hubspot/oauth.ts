import type { z } from "zod";
import { AppError } from "../errors.ts";
import type { Request } from "./call.ts";
import { apiVersion } from "./client.ts";
import { optionalScopes, requiredScopes } from "./scopes.ts";
import { parseAnswer, tokenAnswer } from "./shapes.ts";

type AppCredentials = { readonly clientId: string; readonly clientSecret: string };

/** What one portal gave us. */
export type PortalGrant = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly portalId: string;
  readonly userId: string | null;
  readonly scopes: readonly string[];
};

/** Where an admin agrees. `scope` must equal the project's required scopes, or HubSpot refuses. */
export function authorizeUrl(link: {
  readonly appBase: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
}): string {
  const query = new URLSearchParams({
    client_id: link.clientId,
    redirect_uri: link.redirectUri,
    scope: requiredScopes.join(" "),
    optional_scope: optionalScopes.map(({ scope }) => scope).join(" "),
    state: link.state,
  });
  return `${link.appBase}/oauth/authorize?${query.toString().replaceAll("+", "%20")}`;
}

/** Throws `oauth_failed` when the code is used or expired: the admin has to begin again. */
export async function exchangeCode(
  request: Request,
  app: AppCredentials,
  given: { readonly code: string; readonly redirectUri: string },
): Promise<PortalGrant> {
  const form = {
    grant_type: "authorization_code",
    code: given.code,
    redirect_uri: given.redirectUri,
  };
  return askForToken(request, app, { form, refusedAs: codeRefused });
}

/**
 * HubSpot usually gives the same refresh token back; whatever comes is kept. Throws
 * `portal_disconnected` when the portal has removed the app, and only then.
 */
export async function refreshToken(
  request: Request,
  app: AppCredentials,
  token: string,
): Promise<PortalGrant> {
  const form = { grant_type: "refresh_token", refresh_token: token };
  return askForToken(request, app, { form, refusedAs: refreshRefused });
}

/** Removes the app from the portal that the token belongs to; HubSpot tells its admins. */
export async function uninstall(request: Request, token: string): Promise<void> {
  const path = `/appinstalls/${apiVersion}/external-install`;
  await request({ method: "DELETE", path, token });
}

async function askForToken(
  request: Request,
  { clientId, clientSecret }: AppCredentials,
  grant: {
    readonly form: Readonly<Record<string, string>>;
    readonly refusedAs: (reason: string, error: AppError) => AppError;
  },
): Promise<PortalGrant> {
  const form = { ...grant.form, client_id: clientId, client_secret: clientSecret };
  const call = { method: "POST", path: `/oauth/${apiVersion}/token`, form } as const;
  try {
    return grantOf(parseAnswer(call, tokenAnswer, (await request(call)).body));
  } catch (error) {
    throw error instanceof AppError ? meaningOf(error, grant.refusedAs) : error;
  }
}

/**
 * Removed, misconfigured or passing: taking one for another would disconnect every portal at once, or
 * never notice an uninstall.
 */
function meaningOf(
  error: AppError,
  refusedAs: (reason: string, error: AppError) => AppError,
): AppError {
  const reason = String(error.context["reason"] ?? "");
  const { retry } = error;
  if (retry !== "never")
    return new AppError("hubspot_unavailable", error.message, { retry, cause: error });
  if (error.code === "hubspot_unexpected_answer") return error;
  if (/invalid_client|BAD_CLIENT|BAD_REDIRECT_URI/.test(reason))
    return new AppError(
      "configuration",
      `HubSpot does not accept the app's credentials (${reason}): check HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET and the app's redirect URLs.`,
      { cause: error },
    );
  return refusedAs(reason, error);
}

function codeRefused(reason: string, cause: AppError): AppError {
  return new AppError(
    "oauth_failed",
    `HubSpot did not connect the app (${reason || cause.message}). Start again at /oauth/install.`,
    { cause },
  );
}

function refreshRefused(reason: string, cause: AppError): AppError {
  if (/invalid_grant|BAD_REFRESH_TOKEN|BAD_HUB/.test(reason))
    return new AppError("portal_disconnected", `The portal has removed the app (${reason}).`, {
      cause,
    });
  return new AppError(
    "configuration",
    `HubSpot does not renew tokens for this app: ${cause.message}`,
    { cause },
  );
}

function grantOf(answer: z.infer<typeof tokenAnswer>): PortalGrant {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresInSeconds: answer.expires_in,
    portalId: answer.hub_id,
    userId: answer.user_id ?? null,
    scopes: answer.scopes,
  };
}
