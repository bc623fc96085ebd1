import type { Route } from "../watching-proxy.ts";

export type Switchboard = Route & {
  /** Whom consent pages and first codes are for from now on. */
  readonly turnTo: (target: string) => void;
};

/** HubSpot is one address for all portals: tokens tell whose a call is, once they were given out. */
export function createSwitchboard(first: string): Switchboard {
  const targets = new Map<string, string>();
  let present = first;
  return {
    turnTo: (target) => {
      present = target;
    },
    targetOf: ({ authorization, body }) => {
      const bearer = authorization.replace(/^Bearer /, "");
      const refresh = new URLSearchParams(body.startsWith("{") ? "" : body).get("refresh_token");
      return targets.get(bearer) ?? targets.get(refresh ?? "") ?? present;
    },
    learn: (path, answer, target) => {
      if (!/^\/oauth\/[^/]+\/token$/.test(path)) return;
      const { access_token: access, refresh_token: refresh } = JSON.parse(answer) as Record<
        string,
        string | undefined
      >;
      for (const token of [access, refresh]) if (token) targets.set(token, target);
    },
  };
}
