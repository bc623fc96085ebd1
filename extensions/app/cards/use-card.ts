import type { CrmContext } from "@hubspot/ui-extensions";
import { askServer } from "@medqual/ui/ask-server.ts";
import type { FeedState } from "@medqual/ui/create-feed.ts";
import { useFeed } from "@medqual/ui/use-feed.ts";
import type { CardAnswer } from "../../../src/view/card-view.ts";
import { originIn } from "./origin-in.ts";

export type CardFeed = {
  readonly state: FeedState<CardAnswer>;
  readonly reload: () => void;
  readonly follow: () => void;
};

/** What the server says about the record of this card, kept current while it is shown. */
export function useCard(context: CrmContext): CardFeed {
  const { objectTypeId, objectId } = context.crm;
  const origin = originIn(context);
  const path = `/api/card?objectTypeId=${encodeURIComponent(objectTypeId)}&objectId=${objectId}`;
  return useFeed({
    load: () => askServer({ origin, path }, isAnswer),
    versionOf: ({ record }) => (record.kind === "decided" ? record.decidedAt : null),
    isOpen: ({ pending, record }) => pending || record.kind === "undecided",
  });
}

function isAnswer(body: unknown): body is CardAnswer {
  return typeof body === "object" && body !== null && "record" in body && "mode" in body;
}
