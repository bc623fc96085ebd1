import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";
import { type SignatureCheck, verifySecondSignature, verifySignature } from "./signature.ts";

/** HubSpot sends at most 1 MB through its fetch proxy; 100 webhook events are far smaller. */
const rawBody = express.raw({ type: () => true, limit: "1mb" });

/**
 * Lets only requests through that HubSpot signed (v3) for our address. The signature is over the
 * bytes that arrived; afterwards `request.body` is that text.
 */
export function signed(config: Config, now: () => number): RequestHandler[] {
  return [rawBody, letThrough((asked) => verifyThird(asked, config, now()))];
}

/** The same for workflow actions, which HubSpot signs by v2 and, as it says, may sign by v3. */
export function signedAction(config: Config, now: () => number): RequestHandler[] {
  return [
    rawBody,
    letThrough((asked) => {
      const { request, rawBody: body } = asked;
      if (request.get("x-hubspot-signature-v3") !== undefined)
        return verifyThird(asked, config, now());
      return verifySecondSignature({
        secrets: config.clientSecrets,
        method: request.method,
        url: config.publicBaseUrl + request.originalUrl,
        rawBody: body,
        signature: request.get("x-hubspot-signature"),
      });
    }),
  ];
}

type Asked = { readonly request: Request; readonly rawBody: string };

function verifyThird({ request, rawBody: body }: Asked, config: Config, now: number) {
  return verifySignature({
    secrets: config.clientSecrets,
    method: request.method,
    url: config.publicBaseUrl + request.originalUrl,
    rawBody: body,
    signature: request.get("x-hubspot-signature-v3"),
    timestamp: request.get("x-hubspot-request-timestamp"),
    now,
  });
}

function letThrough(verify: (asked: Asked) => SignatureCheck): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const body = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
    const result = verify({ request, rawBody: body });
    if (result.kind === "invalid")
      throw new AppError(
        "bad_signature",
        `The request was not signed by HubSpot: ${result.reason}`,
      );
    request.body = body;
    next();
  };
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
