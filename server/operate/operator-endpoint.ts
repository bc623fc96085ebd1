import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AppError } from "../errors.ts";
import { parseJson } from "../http/parse-json.ts";
import { isOperation, operate } from "./operations.ts";
import type { Operator } from "./operator.ts";

const mostBytes = 5_000_000;

/** What the endpoint answers with: a result, or what went wrong. */
export type EndpointAnswer =
  | { readonly result: unknown }
  | { readonly error: { readonly code: string; readonly message: string } };

/**
 * Lets the operator's commands in beside a running server whose database belongs to its process alone.
 * A local socket that only the same user may open; nothing of it can be reached over the network.
 */
export async function startOperatorEndpoint(
  operator: Operator,
  dataDir: string,
): Promise<() => Promise<void>> {
  const path = operatorSocket(dataDir);
  rmSync(path, { force: true }); // of a server that was killed: the folder is ours by now
  const server = createServer((request, response) => void answer(operator, request, response));
  server.listen(path);
  await once(server, "listening");
  if (process.platform !== "win32") chmodSync(path, 0o600);
  server.unref();
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
}

/** Where the server on this data folder listens for its operator. */
export function operatorSocket(dataDir: string): string {
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  return process.platform === "win32"
    ? `\\\\.\\pipe\\medqual-operator-${name}`
    : join(tmpdir(), `medqual-operator-${name}.sock`);
}

async function answer(
  operator: Operator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: EndpointAnswer) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  try {
    const name = request.url?.slice(1) ?? "";
    if (request.method !== "POST" || !isOperation(name))
      throw new AppError("not_found", `There is no operation ${name}.`);
    reply(200, { result: (await operate(operator, name, await bodyOf(request))) ?? null });
  } catch (cause) {
    const known = cause instanceof AppError;
    if (!known) operator.log.error({ err: cause }, "operation failed");
    const message = known ? cause.message : "The operation failed. The server's log says why.";
    reply(known ? 400 : 500, { error: { code: known ? cause.code : "bug", message } });
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new AppError("bad_request", "More than 5 MB are not taken.");
    parts.push(part);
  }
  return parseJson(Buffer.concat(parts).toString("utf8"));
}
