import { useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { api, messageOf, type PreviewContext, type RecordType } from "./api.ts";
import { Record } from "./Record.tsx";
import { RecordList } from "./RecordList.tsx";

type Chosen = { readonly type: RecordType; readonly id: string };

function Preview() {
  const [portal, setPortal] = useState<PreviewContext | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(inAddress);

  useEffect(() => {
    api
      .context()
      .then(setPortal)
      .catch((error: unknown) => setProblem(messageOf(error)));
    const follow = () => setChosen(inAddress());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const choose = useCallback((record: Chosen) => {
    history.pushState(null, "", `?${String(new URLSearchParams(record))}`);
    setChosen(record);
  }, []);
  return (
    <>
      <header>
        <strong>Medqual preview</strong>
        <span>
          The card is the bundle that HubSpot’s builder makes, running unmodified. The styling of
          this page is ours and not HubSpot’s.
        </span>
      </header>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {portal === null ? null : (
        <div className="columns">
          <RecordList chosen={chosen} onChoose={choose} />
          {chosen === null ? (
            <main className="record">
              <p>Choose a record on the left.</p>
            </main>
          ) : (
            <Record key={`${chosen.type}/${chosen.id}`} {...chosen} portal={portal} />
          )}
        </div>
      )}
    </>
  );
}

function inAddress(): Chosen | null {
  const query = new URLSearchParams(location.search);
  const type = query.get("type");
  const id = query.get("id");
  return (type === "contacts" || type === "deals") && id ? { type, id } : null;
}

const page = document.getElementById("page");
if (!page) throw new Error("The page has no #page.");
createRoot(page).render(<Preview />);
