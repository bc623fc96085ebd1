import { type CrmContext, Flex, Text } from "@hubspot/ui-extensions";
import { ReaderProvider, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ReactNode } from "react";
import type { ContactCardView, ReaderView } from "../../../../src/view/card-view.ts";
import { ActionsProvider } from "../actions.tsx";
import { useCard } from "../use-card.ts";
import { useContactChanges } from "../use-changes.ts";
import { AnswerControl } from "./AnswerControl.tsx";
import { CardBody } from "./CardBody.tsx";
import { Handoff } from "./Handoff.tsx";
import { ContactLastKnown } from "./LastKnown.tsx";
import { StatusHeader } from "./StatusHeader.tsx";

type Props = { readonly context: CrmContext };

/** The narrow card beside a contact: status, clock and the one next thing. */
export function Sidebar({ context }: Props) {
  return (
    <ReaderProvider user={context.user}>
      <SidebarCard key={context.crm.objectId} context={context} />
    </ReaderProvider>
  );
}

function SidebarCard({ context }: Props) {
  const feed = useCard(context);
  useContactChanges({ inputs: feed.follow, results: feed.reload });
  return (
    <ActionsProvider context={context} feed={feed}>
      <CardBody feed={feed} lastKnown={<ContactLastKnown />}>
        {({ view, answer, freshness }) =>
          view.kind === "contact" ? (
            <Glance view={view} reader={answer.reader} freshness={freshness} />
          ) : null
        }
      </CardBody>
    </ActionsProvider>
  );
}

function Glance(props: {
  readonly view: ContactCardView;
  readonly reader: ReaderView;
  readonly freshness: ReactNode;
}) {
  const { view, reader, freshness } = props;
  return (
    <>
      <StatusHeader view={view} freshness={freshness} />
      <Handoff view={view} reader={reader} />
      <NextQuestion gaps={view.gaps} />
    </>
  );
}

/** The first question that can be answered here. */
function NextQuestion({ gaps }: { readonly gaps: ContactCardView["gaps"] }) {
  const texts = useTexts(cardTexts).gaps;
  const [gap] = gaps.lines.filter(({ answer }) => answer !== null);
  if (!gap?.answer) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text variant="microcopy" format={{ fontWeight: "demibold" }}>
        {texts.question}
      </Text>
      <Text>{gap.question}</Text>
      <AnswerControl key={gap.id} form={gap.answer} label={gap.label} />
    </Flex>
  );
}
