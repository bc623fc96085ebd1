import { useCallback, useEffect, useRef, useState } from "react";
import type { Answered } from "./ask-server.ts";
import { createSender, type SendState } from "./create-sender.ts";

/** A sender for as long as the component is shown, with what became of the last thing sent. */
export function useSend<Intent extends object, Body>(
  post: (intent: Intent, key: string) => Promise<Answered<Body>>,
  onSent: (body: Body, intent: Intent) => void,
): { readonly state: SendState<Intent>; readonly send: (intent: Intent) => void } {
  const [state, setState] = useState<SendState<Intent>>({ kind: "idle" });
  const latest = useRef({ post, onSent });
  const sender = useRef<((intent: Intent) => Promise<void>) | null>(null);

  useEffect(() => {
    latest.current = { post, onSent };
  });
  useEffect(() => {
    let isShown = true;
    sender.current = createSender<Intent, Body>({
      post: (intent, key) => latest.current.post(intent, key),
      onState: (next) => isShown && setState(next),
      onSent: (body, intent) => isShown && latest.current.onSent(body, intent),
    });
    return () => {
      isShown = false;
    };
  }, []);

  const send = useCallback((intent: Intent) => void sender.current?.(intent), []);
  return { state, send };
}
