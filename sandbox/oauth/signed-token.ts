import { createHash } from "node:crypto";
import type { AccessToken } from "./oauth-book.ts";

/**
 * What HubSpot tells of the inside of an access token. Scopes and signatures are bytes in base64
 * that no app can read anything from, there as here.
 */
export function signedToken(
  { scopes, userId, expiresAt }: AccessToken,
  { hubId, appId }: { readonly hubId: number; readonly appId: number },
) {
  const packed = Buffer.from(scopes.join(" ")).toString("base64");
  const signature = createHash("sha256").update(`${hubId}.${appId}.${packed}`).digest("base64");
  return {
    expiresAt,
    scopes: packed,
    hubId,
    userId,
    appId,
    signature,
    scopeToScopeGroupPks: packed,
    newSignature: signature,
    hublet: "na1",
    trialScopes: "",
    trialScopeToScopeGroupPks: "",
    isUserLevel: false,
    isPrivateDistribution: false,
  };
}
