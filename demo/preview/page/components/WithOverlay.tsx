import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useSurface } from "./surface.ts";

/** What an overlay tells the component that carries it. */
type Carrier = {
  readonly opens: (overlayId: string | null) => void;
  readonly explains: (elementId: string | null) => void;
};
const CarrierContext = createContext<Carrier | null>(null);

/**
 * A component with an `overlay`: a press opens a panel or modal, a tooltip explains it. The overlay
 * stands beside the component, because nothing interactive may be inside of a button.
 */
export function WithOverlay(props: {
  readonly overlay: unknown;
  readonly children: (press: () => void, describedBy: string | undefined) => ReactNode;
}) {
  const { overlays } = useSurface();
  const [overlayId, opens] = useState<string | null>(null);
  const [tooltipId, explains] = useState<string | null>(null);
  const [carrier] = useState({ opens, explains });
  if (!props.overlay) return props.children(() => {}, undefined);
  const press = () => {
    if (overlayId !== null) overlays.open(overlayId);
  };
  return (
    <span className="carrier">
      {props.children(press, tooltipId ?? undefined)}
      <CarrierContext.Provider value={carrier}>
        {props.overlay as ReactNode}
      </CarrierContext.Provider>
    </span>
  );
}

/** Announces a panel or modal to the component that carries it. */
export function useOpenedByCarrier(id: string): void {
  const carrier = useContext(CarrierContext);
  useEffect(() => {
    carrier?.opens(id);
    return () => carrier?.opens(null);
  }, [carrier, id]);
}

/** Announces a tooltip by the id of its element. */
export function useExplainsCarrier(elementId: string): void {
  const carrier = useContext(CarrierContext);
  useEffect(() => {
    carrier?.explains(elementId);
    return () => carrier?.explains(null);
  }, [carrier, elementId]);
}
