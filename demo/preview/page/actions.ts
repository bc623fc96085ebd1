import { isRow, textOf } from "./components/props.ts";
import { pagePath } from "./links.ts";
import type { Overlays } from "./overlays.ts";
import type { Properties } from "./protocol.ts";
import type { RecordFeed } from "./record-feed.ts";
import type { Toast } from "./use-toasts.ts";

export type ActionParts = {
  readonly overlays: Overlays;
  readonly alert: (toast: Omit<Toast, "id">) => void;
  /** The record that the extension stands on; null away from records. */
  readonly feed: RecordFeed | null;
  readonly navigate: (path: string) => void;
};

type Action = (...args: readonly unknown[]) => unknown;

/** What HubSpot's page does when an extension asks it to, by the names of HubSpot's actions. */
export function createActions(parts: ActionParts): Readonly<Record<string, Action>> {
  const { overlays, alert, feed, navigate } = parts;
  return {
    addAlert: (alerted) => {
      const { type, title, message } = isRow(alerted) ? alerted : {};
      alert({ type: textOf(type) || "info", title: textOf(title), message: textOf(message) });
    },
    closeOverlay: (id) => overlays.close(textOf(id)),
    copyTextToClipboard: (text) => navigator.clipboard.writeText(textOf(text)),
    fetchCrmObjectProperties: (names) => onRecord().read(namesIn(names)),
    navigateToPage: (options) => {
      const { to, params } = isRow(options) ? options : {};
      navigate(pagePath(textOf(to), params));
    },
    onCrmPropertiesUpdate: async (names, told) => {
      if (typeof told !== "function") return;
      await onRecord().watch(namesIn(names), (values: Properties) =>
        Reflect.apply(told, undefined, [values]),
      );
    },
    openIframeModal: () => {
      throw new Error("No address is among the app's permittedUrls.iframe.");
    },
    refreshObjectProperties: () => onRecord().refresh(),
    reloadPage: () => location.reload(),
  };

  function onRecord(): RecordFeed {
    if (!feed) throw new Error("This action exists on records only.");
    return feed;
  }
}

function namesIn(names: unknown): readonly string[] {
  if (!Array.isArray(names)) throw new Error("Name the properties; the preview knows no '*'.");
  return names.map(textOf);
}
