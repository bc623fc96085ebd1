import { useId, useState } from "react";
import type { Person, PreviewContext, RecordType } from "./api.ts";
import { extensionsAt } from "./extensions-at.ts";
import { ExtensionFrame } from "./ExtensionFrame.tsx";
import type { Ground } from "./run-extension.ts";

type Props = {
  readonly type: RecordType;
  readonly id: string;
  readonly portal: PreviewContext;
  readonly person: Person;
  readonly ground: Ground;
};

/** The cards of a record's middle; HubSpot shows them in tabs when there are several. */
export function RecordTabs({ type, id, portal, person, ground }: Props) {
  const cards = extensionsAt(portal, ["crm.record.tab"], type);
  const [chosen, setChosen] = useState(cards[0]?.uid);
  const shown = cards.find(({ uid }) => uid === chosen);
  const panelId = useId();
  if (!shown) return <p>The app has no card for this record.</p>;
  return (
    <>
      {cards.length < 2 ? null : (
        <div role="tablist" aria-label="Cards of the record">
          {cards.map(({ uid, name }) => (
            <button
              key={uid}
              type="button"
              role="tab"
              aria-selected={uid === shown.uid}
              aria-controls={panelId}
              onClick={() => setChosen(uid)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <div id={panelId}>
        <ExtensionFrame
          key={shown.uid}
          extension={shown}
          standing={{ kind: "record", type, id }}
          portal={portal}
          person={person}
          ground={ground}
        />
      </div>
    </>
  );
}

/** The cards of a record's narrow column. */
export function RecordSidebar({ type, id, portal, person, ground }: Props) {
  return extensionsAt(portal, ["crm.record.sidebar"], type).map((extension) => (
    <ExtensionFrame
      key={extension.uid}
      extension={extension}
      standing={{ kind: "record", type, id }}
      portal={portal}
      person={person}
      ground={ground}
    />
  ));
}
