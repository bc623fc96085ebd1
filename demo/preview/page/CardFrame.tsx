import { createRemoteReceiver, RemoteRenderer } from "@remote-ui/react/host";
import { useEffect, useState } from "react";
import type { PreviewContext, PropertyDefinition, RecordType } from "./api.ts";
import { controller } from "./components/drawn.tsx";
import type { RecordFeed } from "./record-feed.ts";
import { runCard } from "./run-card.ts";

type Props = {
  readonly type: RecordType;
  readonly id: string;
  readonly portal: PreviewContext;
  readonly definitions: readonly PropertyDefinition[];
  readonly feed: RecordFeed;
};

/** The card on one record; another record is another component. */
export function CardFrame({ type, id, portal, definitions, feed }: Props) {
  const [receiver] = useState(createRemoteReceiver);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const bundleUrl = "/bundle/QualificationCard.js";
    const onError = setProblem;
    return runCard({ bundleUrl, receiver, type, id, portal, definitions, feed, onError });
  }, [receiver, type, id, portal, definitions, feed]);

  const title = type === "deals" ? "Buying committee" : "Qualification";
  return (
    <section className="frame" aria-labelledby="card-title">
      <h2 id="card-title">{title}</h2>
      {problem === null ? null : <p role="alert">The card stopped: {problem}</p>}
      <RemoteRenderer receiver={receiver} controller={controller} />
    </section>
  );
}
