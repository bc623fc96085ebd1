import { createRemoteReceiver, RemoteRenderer } from "@remote-ui/react/host";
import { useEffect, useMemo, useState } from "react";
import type { PreviewContext, PropertyDefinition, RecordType } from "./api.ts";
import { controller } from "./components/drawn.tsx";
import { type Surface, SurfaceContext } from "./components/surface.ts";
import { addressInPreview, recordAddress } from "./links.ts";
import { createOverlays } from "./overlays.ts";
import type { RecordFeed } from "./record-feed.ts";
import { runCard } from "./run-card.ts";
import { Toasts } from "./Toasts.tsx";
import { useToasts } from "./use-toasts.ts";

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
  const [overlays] = useState(createOverlays);
  const [problem, setProblem] = useState<string | null>(null);
  const { toasts, add, close } = useToasts();

  useEffect(() => {
    const bundleUrl = "/bundle/QualificationCard.js";
    return runCard({
      bundleUrl,
      receiver,
      type,
      id,
      portal,
      definitions,
      feed,
      overlays,
      onError: setProblem,
      alert: add,
    });
  }, [receiver, type, id, portal, definitions, feed, overlays, add]);

  const surface = useMemo<Surface>(
    () => ({
      overlays,
      tell: (message) => add({ type: "info", title: "", message }),
      addressOf: addressInPreview,
      openRecord: (objectTypeId, recordId) => {
        const address = recordAddress(objectTypeId, recordId);
        if (address !== null) location.assign(address);
        return address !== null;
      },
    }),
    [overlays, add],
  );

  const title = type === "deals" ? "Buying committee" : "Qualification";
  return (
    <SurfaceContext.Provider value={surface}>
      <section className="frame" aria-labelledby="card-title">
        <h2 id="card-title">{title}</h2>
        {problem === null ? null : <p role="alert">The card stopped: {problem}</p>}
        <RemoteRenderer receiver={receiver} controller={controller} />
      </section>
      <Toasts toasts={toasts} onClose={close} />
    </SurfaceContext.Provider>
  );
}
