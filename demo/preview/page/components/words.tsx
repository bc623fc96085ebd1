import type { CSSProperties } from "react";
import { type Drawn, textOf } from "./layout.tsx";

const weights: Readonly<Record<string, number>> = { regular: 400, demibold: 600, bold: 700 };

export function Heading({ children }: Drawn) {
  return <h3>{children}</h3>;
}

export function Text({ inline, variant, format, testId, children }: Drawn) {
  const { fontWeight, italic } = (format ?? {}) as { fontWeight?: string; italic?: boolean };
  const style: CSSProperties = {
    ...(fontWeight && { fontWeight: weights[fontWeight] }),
    ...(italic && { fontStyle: "italic" }),
  };
  const Tag = inline ? "span" : "p";
  return (
    <Tag className={textOf(variant)} style={style} data-test-id={textOf(testId) || undefined}>
      {children}
    </Tag>
  );
}

export function StatusTag({ variant, testId, children }: Drawn) {
  return (
    <span
      className={`status ${textOf(variant) || "default"}`}
      data-test-id={textOf(testId) || undefined}
    >
      {children}
    </span>
  );
}

export function Alert({ title, variant, children }: Drawn) {
  const isUrgent = variant === "danger" || variant === "error";
  return (
    <div role={isUrgent ? "alert" : "note"} className={`alert ${textOf(variant) || "info"}`}>
      <strong>{textOf(title)}</strong>
      {children}
    </div>
  );
}

export function ErrorState({ title, children }: Drawn) {
  return (
    <section role="alert" className="alert danger">
      <h3>{textOf(title)}</h3>
      {children}
    </section>
  );
}

export function LoadingSpinner({ label, showLabel }: Drawn) {
  return (
    <p role="status" aria-label={textOf(label)} className="spinner">
      {showLabel ? textOf(label) : null}
    </p>
  );
}

export function Button({ variant, type, disabled, onClick, children }: Drawn) {
  const press = onClick as undefined | (() => void);
  return (
    <button
      type={type === "submit" ? "submit" : "button"}
      className={textOf(variant) || "secondary"}
      disabled={Boolean(disabled)}
      onClick={() => press?.()}
    >
      {children}
    </button>
  );
}

export function ProgressBar({ title, value, maxValue, valueDescription, variant, ...rest }: Drawn) {
  const most = Number(maxValue ?? 100);
  const now = Math.min(Number(value ?? 0), most);
  return (
    <div className="progress">
      <div>
        <span>{textOf(title)}</span>
        <span>{textOf(valueDescription)}</span>
      </div>
      <div
        role="progressbar"
        aria-label={textOf(rest["aria-label"]) || textOf(title)}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={now}
        className={textOf(variant)}
      >
        <div style={{ width: `${most === 0 ? 0 : (100 * now) / most}%` }} />
      </div>
    </div>
  );
}
