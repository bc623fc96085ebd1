import type { CSSProperties } from "react";
import { type Drawn, handlerOf, isRow, testMark, textOf } from "./props.ts";

const weights: Readonly<Record<string, number>> = { regular: 400, demibold: 600, bold: 700 };
const lines: Readonly<Record<string, string>> = {
  underline: "underline",
  strikethrough: "line-through",
};
const cases: Readonly<Record<string, CSSProperties["textTransform"]>> = {
  uppercase: "uppercase",
  lowercase: "lowercase",
  capitalize: "capitalize",
};

export function Heading({ inline, testId, children }: Drawn) {
  return (
    <h3 style={inline ? { display: "inline" } : {}} {...testMark(testId)}>
      {children}
    </h3>
  );
}

export function Text({ inline, variant, format, truncate, testId, children }: Drawn) {
  const wanted = isRow(format) ? format : {};
  const style: CSSProperties = {
    fontWeight: weights[textOf(wanted["fontWeight"])],
    textDecoration: lines[textOf(wanted["lineDecoration"])],
    textTransform: cases[textOf(wanted["textTransform"])],
    ...(wanted["italic"] ? { fontStyle: "italic" } : {}),
  };
  // Not a paragraph: HubSpot lets lists, tags and buttons with overlays stand in a text.
  const Tag = inline ? "span" : "div";
  return (
    <Tag
      className={`${textOf(variant)} ${truncate ? "truncated" : ""}`}
      style={style}
      {...testMark(testId)}
    >
      {children}
    </Tag>
  );
}

export function StatusTag({ variant, hollow, onClick, testId, children, ...rest }: Drawn) {
  const className = `status ${textOf(variant) || "default"} ${hollow ? "hollow" : ""}`;
  const tag =
    typeof onClick === "function" ? (
      <button
        type="button"
        className={className}
        onClick={() => handlerOf(onClick)()}
        {...testMark(testId)}
      >
        {children}
      </button>
    ) : (
      <span className={className} {...testMark(testId)}>
        {children}
      </span>
    );
  if (!rest["showRemoveIcon"]) return tag;
  return (
    <span className="carrier">
      {tag}
      <button
        type="button"
        className="transparent"
        aria-label="Remove"
        onClick={() => handlerOf(rest["onRemoveClick"])()}
      >
        ✕
      </button>
    </span>
  );
}

export function Alert({ title, variant, testId, children }: Drawn) {
  const isUrgent = variant === "danger" || variant === "error";
  return (
    <div
      role={isUrgent ? "alert" : "note"}
      className={`alert ${textOf(variant) || "info"}`}
      {...testMark(testId)}
    >
      <strong>{textOf(title)}</strong>
      {children}
    </div>
  );
}

export function ErrorState({ title, testId, children }: Drawn) {
  return (
    <section role="alert" className="alert danger" {...testMark(testId)}>
      <h3>{textOf(title) || "Something went wrong."}</h3>
      {children}
    </section>
  );
}

export function EmptyState({ title, testId, children }: Drawn) {
  return (
    <section className="empty-state" {...testMark(testId)}>
      <h3>{textOf(title) || "There is nothing here."}</h3>
      {children}
    </section>
  );
}

export function LoadingSpinner({ label, showLabel, layout, testId }: Drawn) {
  const className = layout === "centered" ? "spinner centered" : "spinner";
  return (
    <p role="status" aria-label={textOf(label)} className={className} {...testMark(testId)}>
      {showLabel ? textOf(label) : null}
    </p>
  );
}

const glyphs: Readonly<Record<string, string>> = {
  add: "＋",
  checkCircle: "✓",
  success: "✓",
  warning: "⚠",
  exclamation: "!",
  exclamationCircle: "!",
  delete: "🗑",
  edit: "✎",
  refresh: "↻",
  time: "◷",
  date: "▦",
  info: "i",
  infoNoCircle: "i",
  question: "?",
  questionCircle: "?",
  left: "←",
  right: "→",
  upCarat: "▴",
  downCarat: "▾",
  remove: "✕",
  search: "⌕",
  locked: "⚿",
  link: "↗",
};

/** A sign that stands for HubSpot's icon; the ones without a sign of their own are dots. */
export function Icon({ name, color, screenReaderText, testId }: Drawn) {
  const label = textOf(screenReaderText);
  return (
    <span
      className={`icon ${textOf(color)}`}
      data-icon={textOf(name)}
      {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      {...testMark(testId)}
    >
      {glyphs[textOf(name)] ?? "●"}
    </span>
  );
}
