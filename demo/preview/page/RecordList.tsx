import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, type Found, messageOf, type PortalRecord, type RecordType } from "./api.ts";
import type { Chosen } from "./place.ts";

const statuses = ["mql", "sql", "hold", "nurture", "recycled", "disqualified", "customer"];
const typingMs = 300;
const againMs = 4000;

type Props = { readonly chosen: Chosen | null; readonly onChoose: (record: Chosen) => void };

/** The portal's records, to click through. */
export function RecordList({ chosen, onChoose }: Props) {
  const [type, setType] = useState<RecordType>(chosen?.type ?? "contacts");
  const [text, setText] = useState("");
  const [status, setStatus] = useState("");
  const wanted = type === "contacts" ? status : "";
  const { found, problem } = useFound(
    () => api.search(type, text, wanted),
    `${type} ${text} ${wanted}`,
  );
  const examples = useFound(api.examples, "examples").found?.results ?? [];
  const first = examples[0]?.id;

  useEffect(() => {
    if (!chosen && first !== undefined) onChoose({ type: "contacts", id: first });
  }, [chosen, first, onChoose]);

  const row = (rowType: RecordType) => (record: PortalRecord) => (
    <Row
      key={record.id}
      type={rowType}
      record={record}
      isChosen={chosen?.type === rowType && chosen.id === record.id}
      onChoose={() => onChoose({ type: rowType, id: record.id })}
    />
  );
  return (
    <nav className="records" aria-label="Records of the portal">
      {examples.length === 0 ? null : (
        <Rows title="Worked examples">{examples.map(row("contacts"))}</Rows>
      )}
      <div className="filters">
        <label>
          Records
          <select value={type} onChange={(event) => setType(event.target.value as RecordType)}>
            <option value="contacts">Contacts</option>
            <option value="deals">Deals</option>
          </select>
        </label>
        {type === "deals" ? null : (
          <label>
            Status
            <select value={status} onChange={(event) => setStatus(event.target.value)}>
              <option value="">any</option>
              {statuses.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        )}
        <label className="wide">
          Search
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {found === null ? (
        <p role="status">Loading records …</p>
      ) : (
        <Rows title={countText(found)}>{found.results.map(row(type))}</Rows>
      )}
    </nav>
  );
}

/** What a search finds, asked again every few seconds: statuses change while one looks. */
function useFound(search: () => Promise<Found>, key: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });

  useEffect(() => {
    let isCurrent = true;
    let timer = setTimeout(() => void ask(), typingMs);

    async function ask(): Promise<void> {
      await latest.current().then(
        (answer) => {
          if (!isCurrent) return;
          setFound(answer);
          setProblem(null);
        },
        (error: unknown) => isCurrent && setProblem(messageOf(error)),
      );
      if (isCurrent) timer = setTimeout(() => void ask(), againMs);
    }

    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);

  return { found, problem };
}

function Rows({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </>
  );
}

function Row(props: {
  readonly type: RecordType;
  readonly record: PortalRecord;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { record, isChosen, onChoose } = props;
  const { properties } = record;
  const status = properties["medqual_status"];
  const share = properties["medqual_committee_completeness"];
  return (
    <li>
      <button type="button" aria-current={isChosen} onClick={onChoose}>
        <span className="name">{nameOf(record)}</span>
        <span className="note">{noteOf(record)}</span>
        {status ? <span className={`badge ${status}`}>{status}</span> : null}
        {share ? <span className="badge">{share} %</span> : null}
      </button>
    </li>
  );
}

export function nameOf({ id, properties }: PortalRecord): string {
  const { firstname, lastname, email, dealname } = properties;
  const person = [firstname, lastname].filter(Boolean).join(" ");
  return dealname || person || email || `Record ${id}`;
}

function noteOf({ properties }: PortalRecord): string {
  return properties["jobtitle"] || properties["email"] || "";
}

function countText({ total, results }: Found): string {
  return total > results.length ? `${results.length} of ${total}` : `${total} found`;
}
