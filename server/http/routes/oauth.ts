import { randomBytes } from "node:crypto";
import { type Response, Router } from "express";
import type { Config } from "../../config.ts";
import { connect, type Installation } from "../../connect/connect-portal.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { authorizeUrl } from "../../hubspot/oauth.ts";
import { signState, verifyState } from "../../hubspot/signed-state.ts";
import { connectedPage } from "../connected-page.ts";

export type OauthParts = {
  readonly seal: (text: string) => string;
  readonly exchangeCode: (code: string, redirectUri: string) => Promise<Installation>;
};

const validMs = 10 * 60_000;
const cookieName = "medqual_install";

/** Install: away to HubSpot with a signed state, back with a code that is good for one use. */
export function oauthRoutes(services: Services, config: Config, parts: OauthParts): Router {
  const { db, now } = services;
  const redirectUri = `${config.publicBaseUrl}/oauth/callback`;
  const secret = config.clientSecrets[0] ?? "";

  return Router()
    .get("/oauth/install", async (_request, response) => {
      const nonce = randomBytes(16).toString("base64url");
      const expiresAt = now() + validMs;
      await db.insertInto("oauth_states").values({ nonce, expires_at: expiresAt }).execute();
      const state = signState({ nonce, expiresAt }, secret);
      setCookie(response, nonce, validMs);
      const { appBase, clientId } = config;
      response.redirect(authorizeUrl({ appBase, clientId, redirectUri, state }));
    })
    .get("/oauth/callback", async (request, response) => {
      const { code, state, error, error_description: why } = request.query;
      if (typeof error === "string")
        throw new AppError(
          "oauth_failed",
          `HubSpot did not connect the app (${error}): ${typeof why === "string" ? why : "no reason given"}. Start again at /oauth/install.`,
        );
      const result = verifyState(typeof state === "string" ? state : "", secret, now());
      const cookie = readCookie(request.get("cookie"));
      if (result.kind === "invalid" || cookie !== result.nonce)
        throw new AppError(
          "oauth_failed",
          "This answer does not belong to an installation begun in this browser in the last ten minutes. Start again at /oauth/install.",
        );
      await useOnce(result.nonce);
      if (typeof code !== "string" || code === "")
        throw new AppError("oauth_failed", "HubSpot sent no code. Start again at /oauth/install.");
      const installation = await parts.exchangeCode(code, redirectUri);
      const { seal } = parts;
      const { autoApproveFrom } = config;
      const done = await connect(services, installation, { seal, autoApproveFrom });
      setCookie(response, "", 0);
      response.type("html").send(connectedPage({ portalId: installation.portalId, ...done }));
    });

  async function useOnce(nonce: string): Promise<void> {
    const { numDeletedRows } = await db
      .deleteFrom("oauth_states")
      .where("nonce", "=", nonce)
      .where("expires_at", ">", now())
      .executeTakeFirst();
    await db.deleteFrom("oauth_states").where("expires_at", "<=", now()).execute();
    if (numDeletedRows === 0n)
      throw new AppError(
        "oauth_failed",
        "This installation link was used already. Start again at /oauth/install.",
      );
  }

  /** Ties the answer to the browser that asked, so nobody can be connected by a foreign link. */
  function setCookie(response: Response, value: string, maxAge: number): void {
    const secure = config.publicBaseUrl.startsWith("https:");
    const options = { httpOnly: true, sameSite: "lax", secure, path: "/oauth", maxAge } as const;
    response.cookie(cookieName, value, options);
  }
}

function readCookie(header: string | undefined): string | null {
  const found = (header ?? "")
    .split(";")
    .map((part) => part.trim().split("="))
    .find(([name]) => name === cookieName);
  return found?.[1] ?? null;
}
