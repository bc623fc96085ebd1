import { randomUUID } from "node:crypto";
import { Problem } from "../portal/problem.ts";

/** The refusal of one call too many within ten seconds, word for word as recorded from HubSpot. */
export function tooManyCalls(caller: {
  readonly kind: "oauth" | "private";
  readonly appId: number;
  readonly portalId: number;
}): Problem {
  const { kind, appId, portalId } = caller;
  const group = kind === "private" ? "private_app" : "public_app";
  return new Problem(429, {
    message: "You have reached your ten_secondly_rolling limit.",
    errorType: "RATE_LIMIT",
    policyName: "TEN_SECONDLY_ROLLING",
    groupName: `publicapi:${group}-api-calls-ten-secondly:${appId}:${portalId}`,
  });
}

/** As documented. */
export function tooManyToday(): Problem {
  return new Problem(429, {
    message: "You have reached your daily limit.",
    errorType: "RATE_LIMIT",
    policyName: "DAILY",
    requestId: randomUUID(),
  });
}

/** As recorded; it names no policy. */
export function tooManySearches(): Problem {
  return new Problem(429, {
    message: "You have reached your secondly limit.",
    category: "RATE_LIMITS",
  });
}
