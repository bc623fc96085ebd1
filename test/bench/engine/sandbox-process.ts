import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export const credentials = { clientId: "bench-client", clientSecret: "bench-secret", appId: 77 };

export type SandboxProcess = {
  readonly url: string;
  readonly records: Readonly<Record<"contacts" | "companies" | "deals", number>>;
  readonly portalId: number;
  readonly send: (path: string, options?: Sent) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};
type Sent = { readonly method?: string; readonly body?: unknown };

/** A made-up portal in a process of its own; `apiOrigin` is where the app under test listens. */
export async function startSandboxProcess(size: {
  readonly contacts: number;
  readonly apiOrigin: string;
}): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts"], {
    env: {
      ...process.env,
      SANDBOX_PORT: "0",
      SANDBOX_CONTACTS: String(size.contacts),
      SANDBOX_CLIENT_ID: credentials.clientId,
      SANDBOX_CLIENT_SECRET: credentials.clientSecret,
      SANDBOX_APP_ID: String(credentials.appId),
      SANDBOX_VARIABLES: JSON.stringify({ API_ORIGIN: size.apiOrigin }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const url = line.replace("sandbox portal: ", "");

  async function send(path: string, { method = "GET", body }: Sent = {}): Promise<unknown> {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: "Bearer sandbox-admin",
        "content-type": "application/json",
        "x-sandbox-user": "9001",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  const state = (await send("/sandbox/state")) as Pick<SandboxProcess, "records" | "portalId">;
  return {
    url,
    records: state.records,
    portalId: state.portalId,
    send,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
