import type { CrmContext } from "@hubspot/ui-extensions";
import { createFormat } from "../format.ts";
import { useCardFeed } from "../use-card-feed.ts";
import { useContactChanges, useDealChanges } from "../use-changes.ts";
import { CardBody } from "./CardBody.tsx";
import { ContactLastKnown, DealLastKnown } from "./LastKnown.tsx";

const dealTypeId = "0-3";

/** The card of a contact or a deal. */
export function Qualification({ context }: { readonly context: CrmContext }) {
  const { objectTypeId, objectId } = context.crm;
  const RecordCard = objectTypeId === dealTypeId ? DealCard : ContactCard;
  return <RecordCard key={`${objectTypeId}/${objectId}`} context={context} />;
}

function ContactCard({ context }: { readonly context: CrmContext }) {
  const feed = useCardFeed(sourceOf(context));
  useContactChanges({ inputs: feed.follow, results: feed.reload });
  return (
    <CardBody
      state={feed.state}
      format={createFormat({ locale: context.user.locale })}
      onRetry={feed.reload}
      lastKnown={<ContactLastKnown />}
    />
  );
}

function DealCard({ context }: { readonly context: CrmContext }) {
  const feed = useCardFeed(sourceOf(context));
  useDealChanges({ inputs: feed.follow, results: feed.reload });
  return (
    <CardBody
      state={feed.state}
      format={createFormat({ locale: context.user.locale })}
      onRetry={feed.reload}
      lastKnown={<DealLastKnown />}
    />
  );
}

function sourceOf({ crm, variables }: CrmContext) {
  const origin = variables?.["API_ORIGIN"];
  return { ...crm, origin: origin === undefined ? undefined : String(origin) };
}
