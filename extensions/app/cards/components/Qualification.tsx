import type { CrmContext } from "@hubspot/ui-extensions";
import { ReaderProvider } from "@medqual/ui/reader.tsx";
import { useCard } from "../use-card.ts";
import { useContactChanges, useDealChanges } from "../use-changes.ts";
import { CardBody } from "./CardBody.tsx";
import { ContactLastKnown, DealLastKnown } from "./LastKnown.tsx";

const dealTypeId = "0-3";

type Props = { readonly context: CrmContext };

/** The card of a contact or a deal. */
export function Qualification({ context }: Props) {
  const { objectTypeId, objectId } = context.crm;
  const RecordCard = objectTypeId === dealTypeId ? DealCard : ContactCard;
  return (
    <ReaderProvider user={context.user}>
      <RecordCard key={`${objectTypeId}/${objectId}`} context={context} />
    </ReaderProvider>
  );
}

function ContactCard({ context }: Props) {
  const feed = useCard(context);
  useContactChanges({ inputs: feed.follow, results: feed.reload });
  return <CardBody feed={feed} lastKnown={<ContactLastKnown />} />;
}

function DealCard({ context }: Props) {
  const feed = useCard(context);
  useDealChanges({ inputs: feed.follow, results: feed.reload });
  return <CardBody feed={feed} lastKnown={<DealLastKnown />} />;
}
