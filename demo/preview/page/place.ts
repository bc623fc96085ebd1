import { useCallback, useEffect, useState } from "react";
import type { RecordType } from "./api.ts";

export type Chosen = { readonly type: RecordType; readonly id: string };

/** Which page of the preview is shown; it stands in the address, so that it can be linked to. */
export type Place =
  | { readonly kind: "records"; readonly chosen: Chosen | null }
  | { readonly kind: "settings" }
  | { readonly kind: "home" };

export function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState(inAddress);
  useEffect(() => {
    const follow = () => setPlace(inAddress());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((to: Place) => {
    history.pushState(null, "", addressOf(to));
    setPlace(to);
  }, []);
  return [place, go];
}

export function addressOf(place: Place): string {
  const query = place.kind === "records" ? (place.chosen ?? {}) : { page: place.kind };
  return `/?${String(new URLSearchParams(query))}`;
}

function inAddress(): Place {
  const query = new URLSearchParams(location.search);
  const page = query.get("page");
  if (page === "settings" || page === "home") return { kind: page };
  const type = query.get("type");
  const id = query.get("id");
  const isRecord = (type === "contacts" || type === "deals") && id;
  return { kind: "records", chosen: isRecord ? { type, id } : null };
}
