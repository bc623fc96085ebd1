import { Problem } from "../portal/problem.ts";
import { tooManyCalls, tooManySearches, tooManyToday } from "../limits/limit-problem.ts";
import type { Fault, FaultStatus } from "./fault.ts";

/** The refusal HubSpot sends for a fault that is one. */
export function rateLimitProblem(
  { policy }: Extract<Fault, { kind: "rateLimit" }>,
  caller: Parameters<typeof tooManyCalls>[0],
): Problem {
  if (policy === "DAILY") return tooManyToday();
  return policy === "SECONDLY" ? tooManySearches() : tooManyCalls(caller);
}

/**
 * What is answered instead: a problem in HubSpot's envelope, or the page of a gateway that stands
 * before HubSpot and knows nothing of JSON.
 */
export function statusAnswer(status: FaultStatus): Problem | string {
  const message = messages[status];
  if (status < 502 || status === 503) return new Problem(status, { message });
  return `<html><head><title>${status} ${message}</title></head><body><h1>${status} ${message}</h1></body></html>`;
}

/** Only the statuses are documented; the words are the sandbox's own. */
const messages: Readonly<Record<FaultStatus, string>> = {
  423: "This resource is locked. Wait at least 2 seconds before trying again.",
  477: "This account is being moved between data hosting locations.",
  500: "internal error",
  502: "Bad Gateway",
  503: "Service temporarily unavailable",
  504: "Gateway Time-out",
  521: "Web server is down",
  522: "Connection timed out",
  523: "Origin is unreachable",
  524: "A timeout occurred",
  525: "SSL handshake failed",
  526: "Invalid SSL certificate",
};
