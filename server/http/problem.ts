import type { NextFunction, Request, Response } from "express";
import { AppError, type ErrorCode } from "../errors.ts";
import type { Log } from "../log.ts";

const statusOf: Readonly<Partial<Record<ErrorCode, number>>> = {
  bad_request: 400,
  bad_signature: 401,
  forbidden: 403,
  not_found: 404,
  portal_unknown: 404,
  conflict: 409,
  portal_disconnected: 409,
  oauth_failed: 400,
};

/** Every error leaves as problem+json (RFC 9457): what happened, and what to do. */
export function problems(log: Log) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof AppError ? error : fromExpress(error);
    const status = known ? (statusOf[known.code] ?? 502) : 500;
    if (status >= 500) log.error({ err: error, path: request.path }, "request failed");
    response
      .status(status)
      .type("application/problem+json")
      .json({
        type: `urn:medqual:${known?.code ?? "bug"}`,
        title: known?.message ?? "Something failed here. It was logged; try again.",
        status,
      });
  };
}

/** What Express' own parsers throw: a body too large, an impossible encoding. */
function fromExpress(error: unknown): AppError | null {
  if (!(error instanceof Error) || !("status" in error)) return null;
  const { status } = error;
  const isCallers = typeof status === "number" && status >= 400 && status < 500;
  return isCallers ? new AppError("bad_request", error.message) : null;
}
