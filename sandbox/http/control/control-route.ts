import type { Express } from "express";
import { bodyText, readParams, readQuery, respond } from "../mount.ts";
import type { Answer, Call } from "../route.ts";

/** What a control gets to see of a request; nobody has to prove who they are. */
export type ControlCall = Omit<Call, "caller" | "origin" | "version">;

/** A control of the sandbox itself; nothing here is HubSpot's. */
export type ControlRoute = {
  readonly method: "get" | "post" | "patch" | "delete";
  /** Below `/sandbox`. */
  readonly path: string;
  readonly query?: readonly string[];
  readonly run: (call: ControlCall) => Answer;
};

export function mountControls(app: Express, routes: readonly ControlRoute[]): void {
  for (const route of routes) {
    app[route.method](`/sandbox${route.path}`, (request, response) => {
      respond(response, () =>
        route.run({
          params: readParams(request),
          query: readQuery(request, route),
          text: bodyText(request),
        }),
      );
    });
  }
}
