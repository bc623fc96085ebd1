import type { Toast } from "./use-toasts.ts";

type Props = { readonly toasts: readonly Toast[]; readonly onClose: (id: number) => void };

/** What an extension tells by `addAlert`: read out at once, and shown until it is closed. */
export function Toasts({ toasts, onClose }: Props) {
  return (
    <div className="toasts" role="status" aria-label="Messages">
      {toasts.map(({ id, type, title, message }) => (
        <div key={id} className={`alert ${type}`}>
          <span>
            {title === "" ? null : <strong>{title} </strong>}
            {message}
          </span>
          <button type="button" aria-label="Close the message" onClick={() => onClose(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
