import { createRemoteReceiver, RemoteRenderer } from "@remote-ui/react/host";
import { useEffect, useId, useMemo, useState } from "react";
import type { Extension, Person, PreviewContext } from "./api.ts";
import { controller } from "./components/drawn.tsx";
import { type Surface, SurfaceContext } from "./components/surface.ts";
import { extensionContext, type Standing } from "./extension-context.ts";
import { addressInPreview, recordAddress } from "./links.ts";
import { createOverlays } from "./overlays.ts";
import { type Ground, runExtension } from "./run-extension.ts";
import { Toasts } from "./Toasts.tsx";
import { useToasts } from "./use-toasts.ts";

type Props = {
  readonly extension: Extension;
  readonly standing: Standing;
  readonly portal: PreviewContext;
  readonly person: Person;
  /** The record under it; null away from records. */
  readonly ground: Ground | null;
};

/** An extension where HubSpot would show it; another record or person is another component. */
export function ExtensionFrame({ extension, standing, portal, person, ground }: Props) {
  const [receiver] = useState(createRemoteReceiver);
  const [overlays] = useState(createOverlays);
  const [context] = useState(() => extensionContext({ extension, standing, portal, person }));
  const [problem, setProblem] = useState<string | null>(null);
  const { toasts, add, close } = useToasts();
  const titleId = useId();
  const { bundle } = extension;

  useEffect(
    () =>
      runExtension({
        bundle,
        context,
        receiver,
        ground,
        overlays,
        alert: add,
        onError: setProblem,
      }),
    [bundle, context, receiver, ground, overlays, add],
  );

  const surface = useMemo<Surface>(
    () => ({
      overlays,
      tell: (message) => add({ type: "info", title: "", message }),
      addressOf: addressInPreview,
      openRecord: (objectTypeId, id) => {
        const address = recordAddress(objectTypeId, id);
        if (address !== null) location.assign(address);
        return address !== null;
      },
    }),
    [overlays, add],
  );

  return (
    <SurfaceContext.Provider value={surface}>
      <section
        className="frame"
        aria-labelledby={titleId}
        data-extension={extension.uid}
        data-location={extension.location}
      >
        <h2 id={titleId}>{extension.name}</h2>
        {problem === null ? null : <p role="alert">The extension stopped: {problem}</p>}
        <RemoteRenderer receiver={receiver} controller={controller} />
      </section>
      <Toasts toasts={toasts} onClose={close} />
    </SurfaceContext.Provider>
  );
}
