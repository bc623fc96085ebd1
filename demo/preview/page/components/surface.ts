import { createContext, useContext } from "react";
import { createOverlays, type Overlays } from "../overlays.ts";

/** What HubSpot's page does for the components of one extension. */
export type Surface = {
  readonly overlays: Overlays;
  /** A message of the page to the person. */
  readonly tell: (message: string) => void;
  /** Where a link of HubSpot's leads in the preview; null when the preview has no such page. */
  readonly addressOf: (href: string) => string | null;
  /** Opens a record by HubSpot's ids; false when the preview has no page for its kind. */
  readonly openRecord: (objectTypeId: string, id: string) => boolean;
};

export const SurfaceContext = createContext<Surface>({
  overlays: createOverlays(),
  tell: () => {},
  addressOf: () => null,
  openRecord: () => false,
});

export function useSurface(): Surface {
  return useContext(SurfaceContext);
}

/** The second argument of HubSpot's handlers: opens and closes overlays by id. */
export function useReactions() {
  const { open, close } = useSurface().overlays;
  return { openPanel: open, closePanel: close, openModal: open, closeModal: close };
}

let events = 0;

/** An event as HubSpot hands it to an extension. */
export function extensionEvent(type: string) {
  events += 1;
  return { type, bubbles: true, timeStamp: performance.now(), id: `${type}-${events}` };
}
