import { type Drawn, textOf } from "./layout.tsx";

export function Table({ density, bordered, testId, children }: Drawn) {
  const className = [textOf(density), bordered ? "bordered" : ""].join(" ");
  return (
    <table className={className} data-test-id={textOf(testId) || undefined}>
      {children}
    </table>
  );
}

export function TableHead({ children }: Drawn) {
  return <thead>{children}</thead>;
}

export function TableBody({ children }: Drawn) {
  return <tbody>{children}</tbody>;
}

export function TableFooter({ children }: Drawn) {
  return <tfoot>{children}</tfoot>;
}

export function TableRow({ children }: Drawn) {
  return <tr>{children}</tr>;
}

export function TableHeader({ width, align, children }: Drawn) {
  return (
    <th className={width === "min" ? "min" : ""} style={{ textAlign: sideOf(align) }}>
      {children}
    </th>
  );
}

export function TableCell({ align, colSpan, children }: Drawn) {
  return (
    <td style={{ textAlign: sideOf(align) }} colSpan={Number(colSpan ?? 1)}>
      {children}
    </td>
  );
}

function sideOf(align: unknown): "left" | "right" | "center" {
  return align === "right" || align === "center" ? align : "left";
}
