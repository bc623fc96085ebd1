import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { readWebhooks } from "../../sandbox/project/read-webhooks.ts";
import type { WebhookSettings } from "../../sandbox/project/app-registration.ts";

export type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
};

export type Receiver = {
  readonly url: string;
  readonly requests: Received[];
  readonly events: () => readonly Readonly<Record<string, unknown>>[];
  /** Status codes of the next answers; 200 when there are none left. */
  readonly answers: number[];
  readonly close: () => Promise<void>;
};

/** A server that takes webhooks and remembers them. */
export async function receiver(): Promise<Receiver> {
  const requests: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      requests.push({
        headers: request.headers,
        body,
        events: JSON.parse(body) as Received["events"],
      });
      response.writeHead(answers.shift() ?? 200, { location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks?from=hubspot`,
    requests,
    answers,
    events: () => requests.flatMap(({ events }) => events),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the signature headers must be, computed apart from the sandbox. */
export function expectedSignatures(url: string, { body, headers }: Received) {
  const secret = "secret-1";
  const timestamp = String(headers["x-hubspot-request-timestamp"]);
  return {
    v1: createHash("sha256")
      .update(secret + body)
      .digest("hex"),
    v3: createHmac("sha256", secret).update(`POST${url}${body}${timestamp}`).digest("base64"),
    timestamp: Number(timestamp),
  };
}

export function subscribedTo(
  targetUrl: string,
  subscriptions: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): WebhookSettings {
  const settings = { targetUrl, maxConcurrentRequests: 10 };
  const content = { type: "webhooks", config: { settings, subscriptions } };
  return readWebhooks(content, "webhooks-hsmeta.json");
}
