import { api, messageOf, type RecordType } from "./api.ts";
import type { Properties } from "./protocol.ts";

type Listener = { readonly names: readonly string[]; readonly tell: (values: Properties) => void };

export type RecordFeed = {
  /** The properties as they are now. */
  readonly read: (names: readonly string[]) => Promise<Properties>;
  /** Reads the properties now and tells of each later change of one of them, until `stop`. */
  readonly watch: (
    names: readonly string[],
    tell: (values: Properties) => void,
  ) => Promise<{ readonly values: Properties; readonly stop: () => void }>;
  /** Looks at once, as after a change of one's own. */
  readonly refresh: () => Promise<void>;
  /** Keeps looking until the returned function is called; says why it can't, and when it can again. */
  readonly start: (onFailure: (message: string | null) => void) => () => void;
};

const pollMs = 1000;

/** A record as HubSpot's page keeps it: always current, whoever changes it. */
export function createRecordFeed(type: RecordType, id: string): RecordFeed {
  const listeners = new Set<Listener>();
  let known: Properties = {};

  async function refresh(): Promise<void> {
    const names = [...new Set([...listeners].flatMap((listener) => listener.names))];
    if (names.length === 0) return;
    const { properties } = await api.read(type, id, names);
    const changed = names.filter((name) => known[name] !== properties[name]);
    known = { ...known, ...properties };
    for (const listener of listeners)
      if (listener.names.some((name) => changed.includes(name))) listener.tell(part(listener));
  }

  function part({ names }: Listener): Properties {
    return Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
  }

  function start(onFailure: (message: string | null) => void): () => void {
    let isOpen = true;
    let timer = setTimeout(() => void poll(), pollMs);

    async function poll(): Promise<void> {
      if (document.visibilityState === "visible")
        await refresh().then(
          () => isOpen && onFailure(null),
          (error: unknown) => isOpen && onFailure(messageOf(error)),
        );
      if (isOpen) timer = setTimeout(() => void poll(), pollMs);
    }

    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }

  return {
    read: async (names) => (await api.read(type, id, names)).properties,
    watch: async (names, tell) => {
      const { properties } = await api.read(type, id, names);
      known = { ...known, ...properties };
      const listener = { names, tell };
      listeners.add(listener);
      return { values: part(listener), stop: () => void listeners.delete(listener) };
    },
    refresh,
    start,
  };
}
