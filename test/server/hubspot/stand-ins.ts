import type { Allowance } from "../../../server/hubspot/call.ts";
import { createHttp } from "../../../server/hubspot/client.ts";
import type { Gateway } from "../../../server/hubspot/crm.ts";
import { createGateway } from "../../../server/hubspot/gateway.ts";
import type { Limiter } from "../../../server/hubspot/limits.ts";
import { apiBase } from "../http-mock.ts";

/** A gateway on the mocked HubSpot whose budget never ends; it notes what was asked of it. */
export function openGateway() {
  const acquired: string[] = [];
  const penalties: string[] = [];
  const learned: Allowance[] = [];
  const pauses: number[] = [];
  const renewed: string[] = [];
  const refusals: [string, string][] = [];
  const limiter: Limiter = {
    acquire: async (bucket, lane) => void acquired.push(`${bucket} ${lane}`),
    penalize: async (bucket, ms) => void penalties.push(`${bucket} ${ms}`),
    callsPerSecond: () => 10,
    learn: (allowance) => void learned.push(allowance),
  };
  const gateway: Gateway = createGateway({
    request: createHttp({ apiBase }),
    limiter,
    portalId: "42",
    token: async () => "first",
    renew: async (refused) => {
      renewed.push(refused);
      return "second";
    },
    pause: async (ms) => void pauses.push(ms),
    gate: {
      check: async () => {},
      refused: async (kind, { code }) => void refusals.push([kind, code]),
      passed: async () => {},
    },
  });
  return { gateway, acquired, penalties, learned, pauses, renewed, refusals };
}

/** A record as HubSpot sends it. */
export function sent(id: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    properties: { email: `${id}@example.org` },
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-02-03T04:05:06.789Z",
    archived: false,
    ...more,
  };
}
