import { type ReactNode, useId } from "react";
import { type Drawn, textOf } from "./props.ts";

type Ids = { readonly id: string; readonly describedBy: string | undefined };

/** Label, description and message around one control; the control says they are its own. */
export function Field(props: {
  readonly of: Drawn;
  readonly children: (ids: Ids) => ReactNode;
  /** Shown besides the extension's own message. */
  readonly problem?: string | undefined;
}) {
  const { label, required, description, tooltip, error, validationMessage } = props.of;
  const id = useId();
  const message = props.problem ?? textOf(validationMessage);
  const isWrong = props.problem !== undefined || Boolean(error);
  const notes = [
    { key: "tip", text: textOf(tooltip), className: "tip" },
    { key: "about", text: textOf(description), className: "about" },
    { key: "message", text: message, className: isWrong ? "message wrong" : "message" },
  ].filter(({ text }) => text !== "");
  return (
    <div className="field">
      {textOf(label) === "" ? null : (
        <label htmlFor={id} className={required ? "required" : ""}>
          {textOf(label)}
        </label>
      )}
      {props.children({
        id,
        describedBy: notes.map(({ key }) => `${id}-${key}`).join(" ") || undefined,
      })}
      {notes.map(({ key, text, className }) => (
        <p key={key} id={`${id}-${key}`} className={className}>
          {text}
        </p>
      ))}
    </div>
  );
}

/** The same around several controls. */
export function FieldGroup({ of, children }: { readonly of: Drawn; readonly children: ReactNode }) {
  const { label, required, description, tooltip, error, validationMessage } = of;
  const id = useId();
  const notes = [textOf(tooltip), textOf(description)].filter(Boolean);
  const message = textOf(validationMessage);
  return (
    <fieldset className="field" aria-describedby={`${id}-notes`}>
      {textOf(label) === "" ? null : (
        <legend className={required ? "required" : ""}>{textOf(label)}</legend>
      )}
      {children}
      <div id={`${id}-notes`}>
        {notes.map((note) => (
          <p key={note} className="about">
            {note}
          </p>
        ))}
        {message === "" ? null : <p className={error ? "message wrong" : "message"}>{message}</p>}
      </div>
    </fieldset>
  );
}

/** What every control of HTML takes from a field of HubSpot's. */
export function controlProps(of: Drawn, { id, describedBy }: Ids) {
  return {
    id,
    name: textOf(of["name"]) || undefined,
    required: false, // HubSpot shows the mark and lets the extension judge
    "aria-required": of["required"] ? true : undefined,
    "aria-invalid": of["error"] ? true : undefined,
    "aria-describedby": describedBy,
    "aria-label": textOf(of["label"]) === "" ? textOf(of["aria-label"]) || undefined : undefined,
  } as const;
}

export function isReadOnly(of: Drawn): boolean {
  return Boolean(of["readOnly"] ?? of["readonly"]);
}
