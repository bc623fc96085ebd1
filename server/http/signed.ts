import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";
import { verifySignature } from "./signature.ts";

/** HubSpot sends at most 1 MB through its fetch proxy; 100 webhook events are far smaller. */
const rawBody = express.raw({ type: () => true, limit: "1mb" });

/**
 * Lets only requests through that HubSpot signed (v3) for our address. The signature is over the
 * bytes that arrived; afterwards `request.body` is that text.
 */
export function signed(config: Config, now: () => number): RequestHandler[] {
  return [rawBody, check];

  function check(request: Request, _response: Response, next: NextFunction): void {
    const body = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
    const result = verifySignature({
      secrets: config.clientSecrets,
      method: request.method,
      url: config.publicBaseUrl + request.originalUrl,
      rawBody: body,
      signature: request.get("x-hubspot-signature-v3"),
      timestamp: request.get("x-hubspot-request-timestamp"),
      now: now(),
    });
    if (result.kind === "invalid")
      throw new AppError(
        "bad_signature",
        `The request was not signed by HubSpot: ${result.reason}`,
      );
    request.body = body;
    next();
  }
}

/** The tenant and the person, from the query that HubSpot appended and signed. */
export function signedCaller(request: Request): {
  readonly portalId: string;
  readonly userId: string;
  readonly email: string | null;
} {
  const { portalId, userId, userEmail } = request.query;
  if (typeof portalId !== "string" || !/^\d+$/.test(portalId))
    throw new AppError("bad_request", "The signed query names no portal.");
  return {
    portalId,
    userId: typeof userId === "string" ? userId : "",
    email: typeof userEmail === "string" ? userEmail : null,
  };
}
