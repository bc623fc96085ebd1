import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type Drawn, handlerOf, rowsOf, testMark, textOf } from "./props.ts";
import { extensionEvent, useReactions } from "./surface.ts";
import { WithOverlay } from "./WithOverlay.tsx";

/** A button with a menu below it: arrows move, Escape closes, a choice closes. */
export function Dropdown(props: Drawn) {
  const { buttonText, variant, buttonSize, disabled, options, testId, children } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    items(box.current)[0]?.focus();
    const leave = (event: FocusEvent | PointerEvent) => {
      const { target } = event;
      if (!(target instanceof Node) || !box.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);

  const move = (event: KeyboardEvent) => {
    const all = items(box.current);
    const at = all.findIndex((item) => item === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) all[to % all.length]?.focus();
    if (event.key === "Escape") {
      setOpen(false);
      button.current?.focus();
    }
    if (to !== undefined || event.key === "Escape") event.preventDefault();
  };

  return (
    <div className="dropdown" ref={box} {...testMark(testId)}>
      <button
        type="button"
        ref={button}
        className={`${textOf(variant) || "secondary"} ${textOf(buttonSize)}`}
        disabled={Boolean(disabled)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {textOf(buttonText)} <span aria-hidden="true">▾</span>
      </button>
      {/* Hidden, not taken away: an overlay of an item stays open after the menu closed. */}
      <div
        id={id}
        role="menu"
        aria-label={textOf(buttonText)}
        hidden={!isOpen}
        onKeyDown={move}
        onClick={() => setOpen(false)}
      >
        {rowsOf(options).map((row) => (
          <Item key={textOf(row["label"])} onPress={() => handlerOf(row["onClick"])()}>
            {textOf(row["label"])}
          </Item>
        ))}
        {children}
      </div>
    </div>
  );
}

export function DropdownButtonItem({ overlay, onClick, testId, children }: Drawn) {
  const reactions = useReactions();
  return (
    <WithOverlay overlay={overlay}>
      {(press) => (
        <Item
          testId={testId}
          onPress={() => {
            press();
            handlerOf(onClick)(extensionEvent("click"), reactions);
          }}
        >
          {children}
        </Item>
      )}
    </WithOverlay>
  );
}

function Item(props: {
  readonly onPress: () => void;
  readonly testId?: unknown;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={props.onPress}
      {...testMark(props.testId)}
    >
      {props.children}
    </button>
  );
}

function items(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
