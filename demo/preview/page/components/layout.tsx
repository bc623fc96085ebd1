import { Children, type CSSProperties } from "react";
import { type Drawn, handlerOf, numberOf, testMark, textOf } from "./props.ts";

const gaps: Readonly<Record<string, number>> = {
  flush: 0,
  "extra-small": 4,
  xs: 4,
  small: 8,
  sm: 8,
  medium: 16,
  md: 16,
  large: 24,
  lg: 24,
  "extra-large": 32,
  xl: 32,
};
const places: Readonly<Record<string, string>> = {
  start: "flex-start",
  end: "flex-end",
  between: "space-between",
  around: "space-around",
};

export function Flex(props: Drawn) {
  const { direction, gap, justify, align, alignSelf, wrap, testId, children } = props;
  const style: CSSProperties = {
    display: "flex",
    flexDirection: direction === "column" ? "column" : "row",
    gap: gaps[textOf(gap)] ?? 0,
    justifyContent: placeOf(justify),
    alignItems: placeOf(align) || "stretch",
    alignSelf: placeOf(alignSelf),
    flexWrap: wrap === true || wrap === "wrap" ? "wrap" : "nowrap",
  };
  return (
    <div style={style} {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Inline({ gap, justify, align, testId, children }: Drawn) {
  const style: CSSProperties = {
    display: "flex",
    flexWrap: "wrap",
    gap: gaps[textOf(gap)] ?? 4,
    justifyContent: placeOf(justify),
    alignItems: placeOf(align) || "baseline",
  };
  return (
    <div style={style} {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Box({ flex, alignSelf, testId, children }: Drawn) {
  const style: CSSProperties = {
    flex: numberOf(flex) ?? (textOf(flex) || "initial"),
    alignSelf: placeOf(alignSelf),
    minWidth: 0,
  };
  return (
    <div style={style} {...testMark(testId)}>
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, flexible, gap, testId, children }: Drawn) {
  const width = `${Number(columnWidth ?? 200)}px`;
  const style: CSSProperties = {
    display: "grid",
    gap: gaps[textOf(gap)] ?? 0,
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${width}), ${flexible ? "1fr" : width}))`,
  };
  return (
    <div style={style} {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Divider() {
  return <hr />;
}

export function Spacer({ size }: Drawn) {
  return <div aria-hidden="true" style={{ height: gaps[textOf(size)] ?? 16 }} />;
}

export function Tile({ compact, flush, testId, children }: Drawn) {
  const className = ["tile", compact ? "compact" : "", flush ? "flush" : ""].join(" ");
  return (
    <div className={className} {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Card({ testId, children }: Drawn) {
  return (
    <div className="tile" {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Accordion({
  title,
  defaultOpen,
  open,
  disabled,
  onClick,
  testId,
  children,
}: Drawn) {
  const isKept = open === undefined;
  return (
    <details open={Boolean(isKept ? defaultOpen : open)} {...testMark(testId)}>
      <summary
        aria-disabled={disabled ? true : undefined}
        onClick={(event) => {
          if (disabled || !isKept) event.preventDefault();
          if (!disabled) handlerOf(onClick)();
        }}
      >
        {textOf(title)}
      </summary>
      {children}
    </details>
  );
}

export function List({ variant, testId, children }: Drawn) {
  const kind = textOf(variant) || "unordered";
  const Tag = kind.startsWith("ordered") ? "ol" : "ul";
  return (
    <Tag className={`list ${kind}`} {...testMark(testId)}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </Tag>
  );
}

export function DescriptionList({ direction, testId, children }: Drawn) {
  return (
    <dl className={direction === "row" ? "row" : ""} {...testMark(testId)}>
      {children}
    </dl>
  );
}

export function DescriptionListItem({ label, testId, children }: Drawn) {
  return (
    <div {...testMark(testId)}>
      <dt>{textOf(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function placeOf(value: unknown): string | undefined {
  return places[textOf(value)] ?? (textOf(value) || undefined);
}
