import type { RemoteReceiver } from "@remote-ui/core";
import { createEndpoint, fromWebWorker, release, retain } from "@remote-ui/rpc";
import {
  api,
  messageOf,
  type PreviewContext,
  type PropertyDefinition,
  type RecordType,
} from "./api.ts";
import { type ActionParts, createActions } from "./actions.ts";
import { formatValue } from "./format-value.ts";
import type { Card, Host, Properties } from "./protocol.ts";
import type { RecordFeed } from "./record-feed.ts";

const objectTypeIds: Readonly<Record<RecordType, string>> = { contacts: "0-1", deals: "0-3" };

/** Starts a card's bundle in a worker of its own, and answers what it asks of HubSpot's page until stopped. */
export function runCard(options: {
  readonly bundleUrl: string;
  /** Takes what the card draws. */
  readonly receiver: RemoteReceiver;
  readonly type: RecordType;
  readonly id: string;
  readonly portal: PreviewContext;
  readonly definitions: readonly PropertyDefinition[];
  readonly feed: RecordFeed;
  readonly overlays: ActionParts["overlays"];
  readonly alert: ActionParts["alert"];
  readonly onError: (message: string) => void;
}): () => void {
  const { feed, portal, receiver, overlays, alert, onError } = options;
  const actions = createActions({
    feed,
    overlays,
    alert,
    navigate: (path) => (location.hash = path),
  });
  const worker = new Worker("/worker.js");
  worker.onerror = (event) => onError(event.message);
  const endpoint = createEndpoint<Card>(fromWebWorker(worker), { callable: ["start"] });

  const host: Host = {
    receive: receiver.receive,
    fetchBackend: (url, init) => api.proxy(url, init),
    watchProperties: async (names, changed, wanted) => {
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
    return options.definitions.find((each) => each.name === name);
  }

  endpoint.call
    .start(
      new URL(options.bundleUrl, location.href).href,
      contextOf(options.type, options.id, portal),
    )
    .catch((error: unknown) => onError(messageOf(error)));
  return () => {
    endpoint.terminate();
    worker.terminate();
  };
}

/** The context as HubSpot gives it to a card on a record's tab. */
function contextOf(type: RecordType, id: string, portal: PreviewContext): object {
  return {
    location: "crm.record.tab",
    crm: { objectId: Number(id), objectTypeId: objectTypeIds[type] },
    portal: { id: portal.portalId, timezone: portal.timeZone },
    user: {
      id: portal.userId,
      email: portal.userEmail,
      emails: [portal.userEmail],
      firstName: "Preview",
      lastName: "User",
      locale: navigator.language.toLowerCase(),
      language: navigator.language.slice(0, 2),
      teams: [],
      permissions: [],
      roles: [],
    },
    extension: { appId: portal.appId, appName: "Medqual", cardTitle: "Qualification" },
    variables: { API_ORIGIN: portal.apiOrigin },
  };
}
