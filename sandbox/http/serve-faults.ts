import type { Express, Request, Response } from "express";
import type { FaultBook } from "../faults/fault-book.ts";
import type { Fault } from "../faults/fault.ts";
import { rateLimitProblem, statusAnswer } from "../faults/fault-problem.ts";
import { adminToken } from "../oauth/caller.ts";
import { profileOf } from "../portal/portal.ts";
import type { Parts } from "./app.ts";
import { respond } from "./mount.ts";

/** Lets faults happen to requests meant for HubSpot; the sandbox's own pages and controls are spared. */
export function serveFaults(app: Express, { faults, portal, book, random }: Parts): void {
  app.use((request, response, next) => {
    const fault = meet(faults, request);
    switch (fault?.kind) {
      case undefined:
        return next();
      case "rateLimit":
        return refuse(response, fault);
      case "status":
        return answerStatus(response, fault);
      case "slow":
        return void setTimeout(next, fault.leastMs + random() * (fault.mostMs - fault.leastMs));
      case "reset":
        return void request.socket.resetAndDestroy();
      case "commitThenTimeout":
        response.locals["withheld"] = () => {};
        return next();
      case "commitThenReset":
        response.locals["withheld"] = () => request.socket.resetAndDestroy();
        return next();
    }
  });

  function refuse(response: Response, fault: Extract<Fault, { kind: "rateLimit" }>): void {
    retryAfter(response, fault.retryAfterSeconds);
    const { portalId } = profileOf(portal);
    respond(response, () => {
      throw rateLimitProblem(fault, { kind: "oauth", appId: book.app.appId, portalId });
    });
  }
}

function meet(faults: FaultBook, request: Request): Fault | undefined {
  const { method, path } = request;
  if (path === "/" || path === "/sandbox" || path.startsWith("/sandbox/")) return undefined;
  const isPrivate = request.header("authorization") === `Bearer ${adminToken}`;
  return faults.meet({ method, path, isPrivate });
}

function answerStatus(
  response: Response,
  { status, retryAfterSeconds }: Extract<Fault, { kind: "status" }>,
): void {
  retryAfter(response, retryAfterSeconds);
  const answer = statusAnswer(status);
  if (typeof answer === "string") {
    response.status(status).type("html").send(answer);
    return;
  }
  respond(response, () => {
    throw answer;
  });
}

function retryAfter(response: Response, seconds: number | undefined): void {
  if (seconds !== undefined) response.setHeader("Retry-After", String(seconds));
}
