import { createHmac } from "node:crypto";
import type { Stack } from "./stack.ts";

/** Requests as HubSpot's proxy sends them for one user of the installed portal. */
export function signedUser(stack: Stack, userId: string) {
  async function ask<T>(method: "GET" | "POST", path: string, json?: object): Promise<T> {
    const { portal_id } = await stack.server.services.db
      .selectFrom("portals")
      .select("portal_id")
      .executeTakeFirstOrThrow();
    const joint = path.includes("?") ? "&" : "?";
    const url = `${stack.publicBaseUrl}${path}${joint}portalId=${portal_id}&userId=${userId}`;
    const body = json === undefined ? "" : JSON.stringify(json);
    const timestamp = String(Date.now());
    const signature = createHmac("sha256", stack.credentials.clientSecret)
      .update(`${method}${url}${body}${timestamp}`)
      .digest("base64");
    const headers = {
      "content-type": "application/json",
      "x-hubspot-signature-v3": signature,
      "x-hubspot-request-timestamp": timestamp,
    };
    const response = await fetch(url, { method, headers, ...(body !== "" && { body }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text.startsWith("{") ? JSON.parse(text) : text) as T;
  }
  return {
    get: <T>(path: string) => ask<T>("GET", path),
    post: <T>(path: string, json: object) => ask<T>("POST", path, json),
  };
}
