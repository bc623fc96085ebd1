import type { RemoteChannel } from "@remote-ui/core";

export type Properties = Readonly<Record<string, string | null>>;
export type ProxyInit = {
  readonly method: string;
  readonly body?: unknown;
  readonly timeout?: number | undefined;
};
export type ProxyAnswer = { readonly status: number; readonly body: string };

/** What the page does for an extension in its worker. */
export type Host = {
  readonly receive: RemoteChannel;
  readonly fetchBackend: (url: string, init: ProxyInit) => Promise<ProxyAnswer>;
  /** Calls back whenever one of the properties changed, until `cleanup`. */
  readonly watchProperties: (
    names: readonly string[],
    changed: (properties: Properties) => void,
    options: { readonly propertiesToFormat?: unknown } | undefined,
  ) => Promise<{ readonly data: Properties; readonly cleanup: () => void }>;
  readonly act: (name: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly log: (level: string, text: string) => void;
};

/** What the page asks of the worker. */
export type Guest = {
  readonly start: (bundleUrl: string, context: object, path: string) => Promise<void>;
  /** Shows another of an app's pages. */
  readonly navigate: (path: string) => Promise<void>;
};
