import { type Answered, type Failure, isPassing } from "./ask-server.ts";
import { createKeys } from "./create-keys.ts";

/** What became of the last thing the user wanted. */
export type SendState<Intent> =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly intent: Intent }
  | { readonly kind: "failed"; readonly intent: Intent; readonly failure: Failure }
  | { readonly kind: "sent"; readonly intent: Intent };

/**
 * Sends what the user wants, one thing at a time: a second press while one is under way does
 * nothing. A failed intent that is sent again keeps its key, so the server takes it once.
 */
export function createSender<Intent extends object, Body>(parts: {
  readonly post: (intent: Intent, key: string) => Promise<Answered<Body>>;
  readonly onState: (state: SendState<Intent>) => void;
  readonly onSent: (body: Body, intent: Intent) => void;
}): (intent: Intent) => Promise<void> {
  const keys = createKeys();
  let isBusy = false;

  return async (intent) => {
    if (isBusy) return;
    isBusy = true;
    parts.onState({ kind: "sending", intent });
    const answer = await parts.post(intent, keys.keyOf(intent));
    isBusy = false;
    const mayHaveArrived = answer.kind === "failed" && isPassing(answer.failure);
    if (!mayHaveArrived) keys.answered(intent);
    if (answer.kind === "failed")
      return parts.onState({ kind: "failed", intent, failure: answer.failure });
    parts.onState({ kind: "sent", intent });
    parts.onSent(answer.body, intent);
  };
}
