/** Which panels and modals of one extension are open, by the id that the extension gave them. */
export type Overlays = {
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
  readonly isOpen: (id: string) => boolean;
  /** Tells of every opening and closing, until the returned function is called. */
  readonly subscribe: (changed: () => void) => () => void;
};

export function createOverlays(): Overlays {
  const opened = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    open: (id) => {
      opened.add(id);
      tell();
    },
    close: (id) => {
      opened.delete(id);
      tell();
    },
    isOpen: (id) => opened.has(id),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}
