import type { RemoteReceiver } from "@remote-ui/core";
import { createEndpoint, fromWebWorker, release, retain } from "@remote-ui/rpc";
import { type ActionParts, createActions } from "./actions.ts";
import { api, messageOf, type PropertyDefinition } from "./api.ts";
import { formatValue } from "./format-value.ts";
import type { Guest, Host, Properties } from "./protocol.ts";
import type { RecordFeed } from "./record-feed.ts";

/** A record under an extension, kept current. */
export type Ground = {
  readonly definitions: readonly PropertyDefinition[];
  readonly feed: RecordFeed;
};

/** Starts an extension's bundle in a worker of its own, and answers what it asks of HubSpot's page until stopped. */
export function runExtension(options: {
  readonly bundle: string;
  readonly context: object;
  /** Takes what the extension draws. */
  readonly receiver: RemoteReceiver;
  /** Null away from records. */
  readonly ground: Ground | null;
  readonly overlays: ActionParts["overlays"];
  readonly alert: ActionParts["alert"];
  readonly onError: (message: string) => void;
}): () => void {
  const { ground, receiver, overlays, alert, onError } = options;
  const feed = ground?.feed ?? null;
  const navigate = (path: string) => void (location.hash = path);
  const actions = createActions({ feed, overlays, alert, navigate });
  const worker = new Worker("/worker.js");
  worker.onerror = (event) => onError(event.message);
  const endpoint = createEndpoint<Guest>(fromWebWorker(worker), {
    callable: ["start", "navigate"],
  });

  const host: Host = {
    receive: receiver.receive,
    fetchBackend: (url, init) => api.proxy(url, init),
    watchProperties: async (names, changed, wanted) => {
      if (!feed) throw new Error("Properties of a record are known on records only.");
      retain(changed);
      const shown = wanted?.propertiesToFormat === "all" ? format : (values: Properties) => values;
      const { values, stop } = await feed.watch(names, (now) => changed(shown(now)));
      const cleanup = () => {
        stop();
        release(changed);
      };
      return { data: shown(values), cleanup };
    },
    act: async (name, ...args) => {
      const action = actions[name];
      if (!action) throw new Error(`The preview has no ${name}.`);
      for (const arg of args) if (typeof arg === "function") retain(arg);
      return action(...args);
    },
    log: (level, text) => {
      if (level === "error") onError(text);
    },
  };
  endpoint.expose(host);

  function format(values: Properties): Properties {
    const entries = Object.entries(values);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, formatValue(value, definition(name))]),
    );
  }

  function definition(name: string): PropertyDefinition | undefined {
    return ground?.definitions.find((each) => each.name === name);
  }

  const pageInAddress = () => location.hash.replace(/^#?\/?/u, "/");
  const follow = () => void endpoint.call.navigate(pageInAddress());
  addEventListener("hashchange", follow);
  let isStopped = false;
  const started = endpoint.call
    .start(new URL(options.bundle, location.href).href, options.context, pageInAddress())
    .catch((error: unknown) => isStopped || onError(messageOf(error)));
  return () => {
    isStopped = true;
    removeEventListener("hashchange", follow);
    // A worker that is ended while it loads its script complains about the script.
    void started.then(() => {
      endpoint.terminate();
      worker.terminate();
    });
  };
}
