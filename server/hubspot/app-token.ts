import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Request } from "./call.ts";
import { apiVersion } from "./client.ts";
import { parseAnswer } from "./shapes.ts";

const scopes = [
  "developer.webhooks_journal.read",
  "developer.webhooks_journal.subscriptions.read",
  "developer.webhooks_journal.subscriptions.write",
];
const earlyMs = 60_000;
const answerShape = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * A token of the app itself, for what belongs to no portal. It is kept until shortly before it ends,
 * and asked for once by all who wait. Where HubSpot gives none the error is `hubspot_forbidden`.
 */
export function createAppToken(parts: {
  readonly request: Request;
  readonly now: () => number;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
}): () => Promise<string> {
  const { request, now, client } = parts;
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const { clientId: client_id, clientSecret: client_secret } = client;
    const scope = scopes.join(" ");
    const form = { grant_type: "client_credentials", client_id, client_secret, scope };
    const call = { method: "POST", path: `/oauth/${apiVersion}/token`, form } as const;
    try {
      const answer = parseAnswer(call, answerShape, (await request(call)).body);
      held = { token: answer.access_token, until: now() + answer.expires_in * 1000 - earlyMs };
      return held.token;
    } catch (error) {
      if (!(error instanceof AppError) || error.retry !== "never") throw error;
      throw new AppError("hubspot_forbidden", `The app was given no token: ${error.message}`, {
        cause: error,
      });
    }
  }

  return async () => {
    if (held !== null && held.until > now()) return held.token;
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };
}
