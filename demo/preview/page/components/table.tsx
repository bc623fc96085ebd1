import { type CSSProperties, useState } from "react";
import { type Drawn, handlerOf, numberOf, testMark, textOf } from "./props.ts";

export function Table(props: Drawn) {
  const { density, bordered, flush, paginated, testId, children } = props;
  const className = [textOf(density), bordered === false ? "" : "bordered", flush ? "flush" : ""];
  return (
    <>
      <div className="table" tabIndex={0} role="group">
        <table className={className.join(" ")} {...testMark(testId)}>
          {children}
        </table>
      </div>
      {paginated ? <Pages of={props} /> : null}
    </>
  );
}

function Pages({ of }: { readonly of: Drawn }) {
  const { page, pageCount, onPageChange, showFirstLastButtons } = of;
  const [kept, setKept] = useState(1);
  const last = numberOf(pageCount) ?? 1;
  const now = numberOf(page) ?? kept;
  const width = numberOf(of["maxVisiblePageButtons"]) ?? 10;
  const first = Math.max(1, Math.min(now - Math.floor(width / 2), last - width + 1));
  const shown = Array.from({ length: Math.min(width, last) }, (_, place) => first + place);
  const turn = (to: number) => {
    setKept(to);
    handlerOf(onPageChange)(to);
  };
  const button = (label: string, to: number, isOff: boolean) => (
    <button type="button" className="transparent" disabled={isOff} onClick={() => turn(to)}>
      {label}
    </button>
  );
  return (
    <nav className="pages" aria-label="Pages of the table">
      {showFirstLastButtons ? button("First", 1, now === 1) : null}
      {button("Previous", now - 1, now <= 1)}
      {shown.map((each) => (
        <button
          key={each}
          type="button"
          className="transparent"
          aria-current={each === now ? "page" : undefined}
          onClick={() => turn(each)}
        >
          {each}
        </button>
      ))}
      {button("Next", now + 1, now >= last)}
      {showFirstLastButtons ? button("Last", last, now === last) : null}
    </nav>
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

export function TableRow({ testId, children }: Drawn) {
  return <tr {...testMark(testId)}>{children}</tr>;
}

/** From here a press sorts there, as HubSpot's header does. */
const following: Readonly<Record<string, string>> = {
  none: "ascending",
  ascending: "descending",
  descending: "ascending",
};

export function TableHeader(props: Drawn) {
  const { width, align, sortDirection, onSortChange, disabled, testId, children } = props;
  const sorted = textOf(sortDirection);
  const next = following[sorted];
  return (
    <th
      scope="col"
      className={width === "min" ? "min" : ""}
      style={styleOf(align, width)}
      aria-sort={sorted === "ascending" || sorted === "descending" ? sorted : undefined}
      {...testMark(testId)}
    >
      {next === undefined ? (
        children
      ) : (
        <button
          type="button"
          className="sort"
          disabled={Boolean(disabled)}
          onClick={() => handlerOf(onSortChange)(next)}
        >
          {children}
          <span aria-hidden="true"> {arrows[sorted]}</span>
        </button>
      )}
    </th>
  );
}

const arrows: Readonly<Record<string, string>> = { none: "↕", ascending: "▲", descending: "▼" };

export function TableCell({ align, width, colSpan, testId, children }: Drawn) {
  return (
    <td style={styleOf(align, width)} colSpan={Number(colSpan ?? 1)} {...testMark(testId)}>
      {children}
    </td>
  );
}

function styleOf(align: unknown, width: unknown): CSSProperties {
  return {
    textAlign: align === "right" || align === "center" ? align : "left",
    width: numberOf(width),
  };
}
