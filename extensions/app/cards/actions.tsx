import { type CrmContext, useExtensionActions } from "@hubspot/ui-extensions";
import { askServer, type Failure } from "@medqual/ui/ask-server.ts";
import type { SendState } from "@medqual/ui/create-sender.ts";
import { useSend } from "@medqual/ui/use-send.ts";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CardAction } from "../../../src/view/card-action.ts";
import type { CardAnswer } from "../../../src/view/card-view.ts";
import { originIn } from "./origin-in.ts";
import type { CardFeed } from "./use-card.ts";

/** What somebody wants done, and to which contact. */
type Intent = { readonly objectId: string; readonly action: CardAction };

type Actions = {
  readonly objectId: string;
  readonly state: SendState<Intent>;
  /** The server has taken something and is not through with it. */
  readonly isWorking: boolean;
  readonly send: (intent: Intent) => void;
};

const ActionsContext = createContext<Actions>({
  objectId: "",
  state: { kind: "idle" },
  isWorking: false,
  send: () => {},
});

/**
 * Lets everything below act on the card's record: sends what is pressed, then follows the server until
 * it is decided and written, and has HubSpot's page show the new values.
 */
export function ActionsProvider(props: {
  readonly context: CrmContext;
  readonly feed: CardFeed;
  readonly children: ReactNode;
}) {
  const { context, feed } = props;
  const { answer } = feed.state;
  const [before, setBefore] = useState<CardAnswer | null>(null);
  const origin = originIn(context);
  const objectId = String(context.crm.objectId);
  const { refreshObjectProperties } = useExtensionActions<"crm.record.tab">();
  const { state, send } = useSend(
    ({ objectId, action }: Intent, key) => {
      const body = { key, objectTypeId: "0-1", objectId, action };
      return askServer({ origin, path: "/api/card/actions", body }, isTaken);
    },
    (_taken, intent) => {
      setBefore(answer);
      // Work on a colleague reaches this record only once the colleague is decided.
      if (intent.objectId === objectId) feed.reload();
      else feed.follow();
    },
  );
  // The answer from before does not know yet that there is work.
  const isWorking = state.kind === "sent" && (answer === before || answer?.pending === true);
  useEnd(isWorking, refreshObjectProperties);

  const actions = useMemo(
    () => ({ objectId, state, isWorking, send }),
    [objectId, state, isWorking, send],
  );
  return <ActionsContext.Provider value={actions}>{props.children}</ActionsContext.Provider>;
}

export type Act = {
  readonly press: () => void;
  /** This very thing is being done. */
  readonly isMine: boolean;
  /** Something else is under way. */
  readonly isBlocked: boolean;
};

/** One thing that can be done; to the card's own record, unless another is named. */
export function useAct(action: CardAction, objectId?: string): Act {
  const actions = useContext(ActionsContext);
  const { state, isWorking, send } = actions;
  const intent = { objectId: objectId ?? actions.objectId, action };
  const isActive = state.kind === "sending" || isWorking;
  const isMine = isActive && "intent" in state && isSame(state.intent, intent);
  return { press: () => send(intent), isMine, isBlocked: state.kind === "sending" && !isMine };
}

/** Why the last thing that was tried failed, if it was one of these; and how to try it again. */
export function useFailed(
  isOne: (action: CardAction, objectId: string) => boolean,
): { readonly failure: Failure; readonly again: () => void } | null {
  const { state, send } = useContext(ActionsContext);
  if (state.kind !== "failed" || !isOne(state.intent.action, state.intent.objectId)) return null;
  return { failure: state.failure, again: () => send(state.intent) };
}

function useEnd(isWorking: boolean, then: () => void): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isWorking) then();
    was.current = isWorking;
  });
}

function isSame(a: Intent, b: Intent): boolean {
  return a.objectId === b.objectId && JSON.stringify(a.action) === JSON.stringify(b.action);
}

function isTaken(body: unknown): body is { readonly takenAt: number } {
  return typeof body === "object" && body !== null && "takenAt" in body;
}
