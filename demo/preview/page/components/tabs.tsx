import {
  Children,
  createContext,
  isValidElement,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useReducer,
  useRef,
  useState,
} from "react";
import { type Drawn, handlerOf, isRow, testMark, textOf } from "./props.ts";

type Row = { readonly key: string; readonly title: string; readonly isDisabled: boolean };
type Place = {
  readonly id: string;
  readonly tabId: string;
  readonly isShown: boolean;
  /** The tab's title is drawn elsewhere, so a new one has to be told. */
  readonly retitled: () => void;
};

const PlaceContext = createContext<Place | null>(null);

export function Tabs({ selected, defaultSelected, onSelectedChange, testId, children }: Drawn) {
  const id = useId();
  const [kept, setKept] = useState<string | null>(null);
  const [, retitled] = useReducer((count: number) => count + 1, 0);
  const list = useRef<HTMLDivElement>(null);
  const panels = Children.toArray(children);
  const rows = panels.map(rowOf);
  const chosen = keyOf(selected) ?? kept ?? keyOf(defaultSelected) ?? rows[0]?.key ?? "";
  const open = rows.find((row) => row.key === chosen) ?? rows[0];

  const choose = (row: Row, place: number) => {
    setKept(row.key);
    handlerOf(onSelectedChange)(row.key === String(place) ? place : row.key);
  };
  const move = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row === open);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % rows.length,
      ArrowLeft: (at - 1 + rows.length) % rows.length,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const row = to === undefined ? undefined : rows[to];
    if (to === undefined || !row || row.isDisabled) return;
    event.preventDefault();
    choose(row, to);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };

  return (
    <div className="tabs" {...testMark(testId)}>
      <div role="tablist" ref={list} onKeyDown={move}>
        {rows.map((row, place) => (
          <button
            key={row.key}
            type="button"
            role="tab"
            id={`${id}-tab-${row.key}`}
            aria-selected={row === open}
            aria-controls={`${id}-panel-${row.key}`}
            tabIndex={row === open ? 0 : -1}
            disabled={row.isDisabled}
            onClick={() => choose(row, place)}
          >
            {row.title}
          </button>
        ))}
      </div>
      {panels.map((panel, place) => {
        const row = rows[place];
        if (!row) return null;
        const shown = { id: `${id}-panel-${row.key}`, tabId: `${id}-tab-${row.key}` };
        return (
          <PlaceContext.Provider
            key={row.key}
            value={{ ...shown, retitled, isShown: row === open }}
          >
            {panel}
          </PlaceContext.Provider>
        );
      })}
    </div>
  );

  /** A tab's title is among what the extension gave the tab, one level below what stands here. */
  function rowOf(panel: ReactNode, place: number): Row {
    const given = isValidElement<Readonly<Record<string, unknown>>>(panel) ? panel.props : {};
    const component = given["component"];
    const props = isRow(component) && isRow(component["props"]) ? component["props"] : {};
    return {
      key: keyOf(props["tabId"]) ?? String(place),
      title: textOf(props["title"]),
      isDisabled: Boolean(props["disabled"]),
    };
  }
}

export function Tab({ title, disabled, testId, children }: Drawn) {
  const place = useContext(PlaceContext);
  const retitled = place?.retitled;
  useEffect(() => retitled?.(), [retitled, title, disabled]);
  if (!place) return children;
  return (
    <div
      role="tabpanel"
      id={place.id}
      aria-labelledby={place.tabId}
      hidden={!place.isShown}
      {...testMark(testId)}
    >
      {place.isShown ? children : null}
    </div>
  );
}

function keyOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value);
}
