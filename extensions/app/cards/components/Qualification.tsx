import type { CrmContext } from "@hubspot/ui-extensions";
import { ReaderProvider } from "@medqual/ui/reader.tsx";
import { ActionsProvider } from "../actions.tsx";
import { useCard } from "../use-card.ts";
import { useContactChanges, useDealChanges } from "../use-changes.ts";
import { CardBody } from "./CardBody.tsx";
import { ContactView } from "./ContactView.tsx";
import { DealView } from "./DealView.tsx";
import { ContactLastKnown, DealLastKnown } from "./LastKnown.tsx";
import { Trail } from "./Trail.tsx";

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
  return (
    <ActionsProvider context={context} feed={feed}>
      <CardBody feed={feed} lastKnown={<ContactLastKnown />}>
        {({ view, answer, freshness }) => (
          <>
            {view.kind === "contact" ? (
              <ContactView view={view} reader={answer.reader} freshness={freshness} />
            ) : null}
            <Trail answer={answer} />
          </>
        )}
      </CardBody>
    </ActionsProvider>
  );
}

function DealCard({ context }: Props) {
  const feed = useCard(context);
  useDealChanges({ inputs: feed.follow, results: feed.reload });
  return (
    <ActionsProvider context={context} feed={feed}>
      <CardBody feed={feed} lastKnown={<DealLastKnown />}>
        {({ view, answer, freshness }) => (
          <>
            {view.kind === "deal" ? <DealView view={view} freshness={freshness} /> : null}
            <Trail answer={answer} />
          </>
        )}
      </CardBody>
    </ActionsProvider>
  );
}
