import { useEffect, useMemo, useState } from "react";
import {
  api,
  messageOf,
  type Person,
  type PreviewContext,
  type PropertyDefinition,
  type RecordType,
} from "./api.ts";
import { namesOf } from "./property-lists.ts";
import { PropertyPanel } from "./PropertyPanel.tsx";
import type { Properties } from "./protocol.ts";
import { createRecordFeed } from "./record-feed.ts";
import { RecordSidebar, RecordTabs } from "./RecordCards.tsx";
import { nameOf } from "./RecordList.tsx";

type Props = {
  readonly type: RecordType;
  readonly id: string;
  readonly portal: PreviewContext;
  readonly person: Person;
};

/** A record page: the cards, and the properties beside them; another record is another component. */
export function Record({ type, id, portal, person }: Props) {
  const [feed] = useState(() => createRecordFeed(type, id));
  const [values, setValues] = useState<Properties | null>(null);
  const [definitions, setDefinitions] = useState<readonly PropertyDefinition[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const onError = (error: unknown) => setProblem(messageOf(error));
    feed
      .watch(namesOf(type), setValues)
      .then((first) => setValues(first.values))
      .catch(onError);
    api.properties(type).then(setDefinitions).catch(onError);
    return feed.start(setProblem);
  }, [type, feed]);

  const ground = useMemo(() => (definitions ? { definitions, feed } : null), [definitions, feed]);
  if (values === null || ground === null)
    return (
      <main className="record">
        {problem === null ? (
          <p role="status">Loading the record …</p>
        ) : (
          <p role="alert">{problem}</p>
        )}
      </main>
    );
  const change = async (name: string, value: string) => {
    await api.change(type, id, { [name]: value });
    await feed.refresh();
  };
  const shown = { type, id, portal, person, ground };
  return (
    <>
      <main className="record">
        <h1>{nameOf({ id, properties: values })}</h1>
        {problem === null ? null : <p role="alert">{problem}</p>}
        <RecordTabs {...shown} />
      </main>
      <div className="side">
        <RecordSidebar {...shown} />
        <PropertyPanel
          type={type}
          values={values}
          definitions={ground.definitions}
          onChange={change}
        />
      </div>
    </>
  );
}
