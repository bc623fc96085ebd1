import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AppError } from "../errors.ts";

/**
 * The embedded database takes no lock of its own, and a second process on its folder loses rows
 * silently. A listening local socket is a lock that the system frees even after `kill -9`.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketPath(folder);
  const server = (await listen(path)) ?? (await replaceStale(path));
  if (!server)
    throw new AppError(
      "configuration",
      `Another process uses the data folder ${resolve(folder)}. Stop it, or set MEDQUAL_DATA_DIR.`,
    );
  server.unref();
  return async () => {
    server.close();
    await once(server, "close");
  };
}

/** Whether a process works on this folder now. */
export function isFolderUsed(folder: string): Promise<boolean> {
  return answers(socketPath(folder));
}

function socketPath(folder: string): string {
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
  return process.platform === "win32"
    ? `\\\\.\\pipe\\medqual-${name}`
    : join(tmpdir(), `medqual-${name}.sock`);
}

async function listen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy()).listen(path);
  try {
    await once(server, "listening");
    return server;
  } catch {
    return null;
  }
}

async function replaceStale(path: string): Promise<Server | null> {
  if (await answers(path)) return null;
  rmSync(path, { force: true });
  return listen(path);
}

function answers(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path, () => done(true));
    socket.once("error", () => done(false));
    function done(answer: boolean) {
      socket.destroy();
      settle(answer);
    }
  });
}
