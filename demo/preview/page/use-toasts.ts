import { useCallback, useState } from "react";

export type Toast = {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly message: string;
};

/** Messages of the page, newest last, until they are closed. */
export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const add = useCallback((toast: Omit<Toast, "id">) => {
    setToasts((all) => [...all, { ...toast, id: (all.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const close = useCallback((id: number) => {
    setToasts((all) => all.filter((toast) => toast.id !== id));
  }, []);
  return { toasts, add, close };
}
