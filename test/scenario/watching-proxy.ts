import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What was answered; `null` while nothing was, and for a connection that broke. */
  readonly status: number | null;
};

/** Where a request goes; what was answered may tell where later ones go. */
export type Route = {
  readonly targetOf: (request: {
    readonly path: string;
    readonly authorization: string;
    readonly body: string;
  }) => string;
  readonly learn?: (path: string, answer: string, target: string) => void;
};

/** Stands between the server and HubSpot's API and remembers every call that went through. */
export async function startWatchingProxy(to: string | Route) {
  const route: Route = typeof to === "string" ? { targetOf: () => to } : to;
  const calls: { -readonly [K in keyof Call]: Call[K] }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method = "GET", url = "/" } = request;
      const call = { method, path: url, body, at: Date.now(), status: null as number | null };
      calls.push(call);
      const authorization = request.headers.authorization ?? "";
      const target = route.targetOf({ path: url, authorization, body });
      const answer = await fetch(target + url, {
        method,
        headers: forwarded(request),
        redirect: "manual",
        ...(body !== "" && { body }),
      });
      call.status = answer.status;
      response.writeHead(answer.status, answered(answer.headers));
      const bytes = Buffer.from(await answer.arrayBuffer());
      route.learn?.(url, bytes.toString("utf8"), target);
      response.end(bytes);
    })().catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: calls as readonly Call[],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function forwarded(request: IncomingMessage): Record<string, string> {
  const names = ["authorization", "content-type", "accept"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

const passedOn = ["content-type", "retry-after", "location"];

/** The rate limit's headers too: the server learns from them. */
function answered(headers: Headers): Record<string, string> {
  const told = [...headers].filter(
    ([name]) => passedOn.includes(name) || name.startsWith("x-hubspot"),
  );
  return { "content-type": "text/plain", ...Object.fromEntries(told) };
}

/** How often each record was sent with this property, over all batch updates. */
export function countWrites(calls: readonly Call[], property: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, body } of calls) {
    if (!path.includes("/batch/update")) continue;
    const { inputs } = JSON.parse(body) as {
      inputs: { id: string; properties: Record<string, string> }[];
    };
    for (const { id, properties } of inputs)
      if (property in properties) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
