import type { PagesContext } from "@hubspot/ui-extensions";
import { askServer } from "@medqual/ui/ask-server.ts";
import { originIn } from "@medqual/ui/origin-in.ts";
import { useFeed } from "@medqual/ui/use-feed.ts";
import type { HomeAnswer } from "../../../src/view/home-view.ts";

/** A portal's figures with the moves of so many days; asked again by itself while records are read. */
export function useHome(context: PagesContext, days: number) {
  const question = { origin: originIn(context), path: `/api/home?days=${days}` };
  return useFeed({
    load: () => askServer(question, isAnswer),
    versionOf: ({ at }) => at,
    isOpen: ({ backfill }) => backfill !== null,
  });
}

function isAnswer(body: unknown): body is HomeAnswer {
  return typeof body === "object" && body !== null && "view" in body && "backfill" in body;
}
