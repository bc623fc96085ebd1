import { useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { acting, api, messageOf, type Person, type PreviewContext } from "./api.ts";
import { AppPage } from "./AppPage.tsx";
import { Header } from "./Header.tsx";
import { type Chosen, type Place, usePlace } from "./place.ts";
import { Record } from "./Record.tsx";
import { RecordList } from "./RecordList.tsx";

function Preview() {
  const [portal, setPortal] = useState<PreviewContext | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [personId, setPersonId] = useState(acting.id);
  const [place, go] = usePlace();

  useEffect(() => {
    api
      .context()
      .then(setPortal)
      .catch((error: unknown) => setProblem(messageOf(error)));
  }, []);

  if (portal === null)
    return <p role={problem === null ? "status" : "alert"}>{problem ?? "Loading the portal …"}</p>;
  const person = portal.people.find(({ id }) => `${id}` === personId) ?? portal.people[0];
  if (!person) return <p role="alert">The preview has no people.</p>;
  const become = (id: number) => {
    acting.set(id);
    setPersonId(`${id}`);
  };
  return (
    <>
      <Header portal={portal} place={place} onGo={go} person={person} onBecome={become} />
      {/* Another person sees everything anew. */}
      <Shown key={person.id} place={place} onGo={go} portal={portal} person={person} />
    </>
  );
}

type ShownProps = {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly portal: PreviewContext;
  readonly person: Person;
};

function Shown({ place, onGo, portal, person }: ShownProps) {
  const choose = useCallback((chosen: Chosen) => onGo({ kind: "records", chosen }), [onGo]);
  const shared = { portal, person };
  switch (place.kind) {
    case "settings":
      return <AppPage key="settings" title="Settings" locations={["settings"]} {...shared} />;
    case "home":
      return <AppPage key="home" title="Home" locations={["pages", "home"]} {...shared} />;
    case "records":
      return (
        <div className="columns">
          <RecordList chosen={place.chosen} onChoose={choose} />
          {place.chosen === null ? (
            <main className="record">
              <p>Choose a record on the left.</p>
            </main>
          ) : (
            <Record key={`${place.chosen.type}/${place.chosen.id}`} {...place.chosen} {...shared} />
          )}
        </div>
      );
  }
}

const page = document.getElementById("page");
if (!page) throw new Error("The page has no #page.");
createRoot(page).render(<Preview />);
