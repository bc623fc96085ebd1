import { useEffect, useRef, useState } from "react";
import { createFeed, emptyFeed, type Feed, type FeedParts, type FeedState } from "./create-feed.ts";

type Parts<Body> = Pick<FeedParts<Body>, "load" | "versionOf" | "isOpen">;

/** A feed for as long as the component is shown. What it asks must not change: give the component a key. */
export function useFeed<Body>(parts: Parts<Body>): {
  readonly state: FeedState<Body>;
  readonly reload: () => void;
  readonly follow: () => void;
} {
  const [state, setState] = useState<FeedState<Body>>(emptyFeed);
  const feed = useRef<Feed | null>(null);
  const first = useRef(parts);

  useEffect(() => {
    const opened = createFeed<Body>({
      ...first.current,
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
  }, []);

  return {
    state,
    reload: () => feed.current?.reload(),
    follow: () => feed.current?.follow(),
  };
}
