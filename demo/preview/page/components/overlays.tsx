import {
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";
import { type Drawn, handlerOf, testMark, textOf } from "./props.ts";
import { useSurface } from "./surface.ts";
import { useExplainsCarrier, useOpenedByCarrier } from "./WithOverlay.tsx";

export function Panel(props: Drawn) {
  return <Dialog of={props} kind="panel" />;
}

export function Modal(props: Drawn) {
  return <Dialog of={props} kind="modal" />;
}

function Dialog({ of, kind }: { readonly of: Drawn; readonly kind: "panel" | "modal" }) {
  const id = textOf(of["id"]);
  const { overlays } = useSurface();
  const isOpen = useSyncExternalStore(overlays.subscribe, () => overlays.isOpen(id));
  useOpenedByCarrier(id);
  if (!isOpen) return null;
  return createPortal(
    <OpenDialog of={of} kind={kind} onClose={() => overlays.close(id)} />,
    document.body,
  );
}

/** The browser's own dialog: it keeps the focus inside, closes by Escape and gives the focus back. */
function OpenDialog(props: {
  readonly of: Drawn;
  readonly kind: "panel" | "modal";
  readonly onClose: () => void;
}) {
  const { of, kind, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const title = textOf(of["title"]);
  const { onOpen, onClose: onClosed } = of;
  const latest = useRef({ onOpen, onClosed });
  useEffect(() => {
    latest.current = { onOpen, onClosed };
  });
  // A layout effect: closed before it is taken away, so that the focus goes back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    handlerOf(latest.current.onOpen)();
    return () => {
      element?.close();
      handlerOf(latest.current.onClosed)();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`overlay ${kind} ${textOf(of["width"])} ${textOf(of["variant"])}`}
      aria-label={textOf(of["aria-label"]) || undefined}
      aria-labelledby={title === "" ? undefined : titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      {...testMark(of["testId"])}
    >
      <div className="overlay-head">
        {title === "" ? null : <h2 id={titleId}>{title}</h2>}
        <button type="button" aria-label="Close" className="transparent" onClick={onClose}>
          ✕
        </button>
      </div>
      {of.children}
    </dialog>
  );
}

const part = (className: string) =>
  function Part({ testId, children }: Drawn): ReactNode {
    return (
      <div className={className} {...testMark(testId)}>
        {children}
      </div>
    );
  };

export const PanelBody = part("overlay-body");
export const PanelSection = part("overlay-section");
export const PanelFooter = part("overlay-foot");
export const ModalBody = part("overlay-body");
export const ModalFooter = part("overlay-foot");

export function Tooltip({ children }: Drawn) {
  const id = useId();
  useExplainsCarrier(id);
  return (
    <span role="tooltip" id={id} className="tooltip">
      {children}
    </span>
  );
}
