import { Children, type CSSProperties, type PropsWithChildren } from "react";

export type Drawn = PropsWithChildren<Readonly<Record<string, unknown>>>;

export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

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

export function Flex({ direction, gap, justify, align, wrap, children }: Drawn) {
  const style: CSSProperties = {
    display: "flex",
    flexDirection: direction === "column" ? "column" : "row",
    gap: gaps[textOf(gap)] ?? 0,
    justifyContent: places[textOf(justify)] ?? textOf(justify),
    alignItems: places[textOf(align)] ?? (textOf(align) || "stretch"),
    flexWrap: wrap ? "wrap" : "nowrap",
  };
  return <div style={style}>{children}</div>;
}

export function AutoGrid({ columnWidth, flexible, gap, children }: Drawn) {
  const width = `${Number(columnWidth ?? 200)}px`;
  const style: CSSProperties = {
    display: "grid",
    gap: gaps[textOf(gap)] ?? 0,
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${width}), ${flexible ? "1fr" : width}))`,
  };
  return <div style={style}>{children}</div>;
}

export function Tile({ compact, children }: Drawn) {
  return <div className={compact ? "tile compact" : "tile"}>{children}</div>;
}

export function Accordion({ title, defaultOpen, children }: Drawn) {
  return (
    <details open={Boolean(defaultOpen)}>
      <summary>{textOf(title)}</summary>
      {children}
    </details>
  );
}

export function List({ children }: Drawn) {
  return (
    <ul>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}

export function DescriptionList({ children }: Drawn) {
  return <dl>{children}</dl>;
}

export function DescriptionListItem({ label, children }: Drawn) {
  return (
    <div>
      <dt>{textOf(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
