import { useState } from "react";

type Typed = {
  readonly text: string;
  /** What the extension said while this was typed: a new value from the extension wins. */
  readonly against: string | undefined;
  readonly isTold: boolean;
};

/**
 * A typed value: it is the person's until the field is left, Enter is pressed or the form is
 * submitted; only then the extension hears of it (`onChange`).
 */
export function useTyped(parts: {
  /** What the extension says the field holds; undefined when it does not say. */
  readonly value: string | undefined;
  readonly first: string;
  readonly onCommit: (text: string) => void;
}) {
  const { value, first, onCommit } = parts;
  const [typed, setTyped] = useState<Typed | null>(null);
  const current = typed?.against === value ? typed : null;
  return {
    shown: current?.text ?? value ?? first,
    type: (text: string) => setTyped({ text, against: value, isTold: false }),
    /** The extension hears of it by other means. */
    tell: (text: string) => setTyped({ text, against: value, isTold: true }),
    commit: () => {
      if (!current || current.isTold) return;
      setTyped({ ...current, isTold: true });
      onCommit(current.text);
    },
  };
}
