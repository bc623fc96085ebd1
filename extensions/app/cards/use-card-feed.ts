import { useEffect, useRef, useState } from "react";
import { type CardFeed, createCardFeed, emptyFeed, type FeedState } from "./card-feed.ts";
import { type CardSource, loadCard } from "./load-card.ts";

/** The feed of a record, as long as the component is shown; another record is another component. */
export function useCardFeed({ origin, objectTypeId, objectId }: CardSource): {
  readonly state: FeedState;
  readonly reload: () => void;
  readonly follow: () => void;
} {
  const [state, setState] = useState<FeedState>(emptyFeed);
  const feed = useRef<CardFeed | null>(null);

  useEffect(() => {
    const opened = createCardFeed({
      load: () => loadCard({ origin, objectTypeId, objectId }),
      onState: setState,
      now: () => Date.now(),
      schedule: (run, afterMs) => {
        const timer = setTimeout(run, afterMs);
        return () => clearTimeout(timer);
      },
    });
    feed.current = opened;
    opened.reload();
    return () => opened.close();
  }, [origin, objectTypeId, objectId]);

  return {
    state,
    reload: () => feed.current?.reload(),
    follow: () => feed.current?.follow(),
  };
}
