import * as React from "react";
import * as RemoteUI from "@remote-ui/react";
import { createRemoteRoot, type RemoteChannel } from "@remote-ui/core";
import { createEndpoint, type MessageEndpoint } from "@remote-ui/rpc";
import type { Guest, Host, Properties, ProxyInit } from "./protocol.ts";

// Runs an extension's bundle, as HubSpot's builder made it, the way HubSpot's own worker does.

type Render = (api: object) => React.ReactElement;
type Init = Partial<ProxyInit> & { readonly method?: string };
declare const self: MessageEndpoint & { importScripts(url: string): void };

const endpoint = createEndpoint<Host>(self, {
  callable: ["receive", "fetchBackend", "watchProperties", "act", "log"],
});
const host = endpoint.call;
const actionNames = [
  "addAlert",
  "closeOverlay",
  "copyTextToClipboard",
  "fetchCrmObjectProperties",
  "navigateToPage",
  "onCrmPropertiesUpdate",
  "openIframeModal",
  "refreshObjectProperties",
  "reloadPage",
];
let render: Render | undefined;
/** Which of an app's pages is shown; the path counts from the app's own root. */
let place = placeOf("/");
const listeners = new Set<() => void>();

const log = (level: string) => (text: unknown) => void host.log(level, String(text));

Object.assign(self, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
  extend_V2: (callback: Render) => (render = callback),
  hsFetch: async (url: string, { method = "GET", body, timeout }: Init = {}) => {
    const answer = await host.fetchBackend(url, { method, body, timeout });
    return new Response(answer.body, { status: answer.status });
  },
});

const guest: Guest = {
  async start(bundleUrl, context, path) {
    place = placeOf(path);
    const actions = Object.fromEntries(
      actionNames.map((name) => [name, (...args: unknown[]) => host.act(name, ...args)]),
    );
    const api = { context, actions };
    Object.assign(self, {
      hsWorkerAPI: {
        useExtensionContext: () => context,
        useExtensionActions: () => actions,
        useExtensionApi: () => api,
        useAppPageLocation: () => React.useSyncExternalStore(subscribe, () => place),
        fetchCrmProperties: watch,
        fetchAssociations: absent("Associations"),
        fetchCrmSearch: absent("CRM search"),
        formatCrmProperties: absent("Formatting"),
      },
      // An extension has no network of its own.
      fetch: undefined,
      XMLHttpRequest: undefined,
    });
    self.importScripts(bundleUrl);
    if (!render) throw new Error("The bundle did not call hubspot.extend().");
    const root = createRemoteRoot(host.receive as RemoteChannel);
    RemoteUI.createRoot(root).render(render(api));
    await root.mount();
  },
  async navigate(path) {
    place = placeOf(path);
    for (const listener of listeners) listener();
  },
};
endpoint.expose(guest);

function placeOf(path: string) {
  const [pathname = "/", query = ""] = path.split("?");
  return { path: pathname, params: Object.fromEntries(new URLSearchParams(query)) };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function watch(
  names: readonly string[],
  changed: (properties: Properties) => void,
  options?: { readonly propertiesToFormat?: unknown },
) {
  const result = await host.watchProperties(names, changed, options);
  return { json: async () => result };
}

/** Fails where it is used, so that nobody takes an empty answer for a portal without records. */
function absent(what: string) {
  return async () => ({ json: async () => ({ error: `${what}: not offered by the preview.` }) });
}
