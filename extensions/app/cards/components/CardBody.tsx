import { Flex } from "@hubspot/ui-extensions";
import { FailureNotice } from "@medqual/ui/components/FailureNotice.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { StaleNotice } from "@medqual/ui/components/StaleNotice.tsx";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ReactNode } from "react";
import type { CardAnswer } from "../../../../src/view/card-view.ts";
import type { CardFeed } from "../use-card.ts";
import { ContactView } from "./ContactView.tsx";
import { DealView } from "./DealView.tsx";
import { ModeBanner } from "./ModeBanner.tsx";
import { Trail } from "./Trail.tsx";
import { Undecided } from "./Undecided.tsx";

type Props = {
  readonly feed: CardFeed;
  /** Shown when the server can't be asked. */
  readonly lastKnown: ReactNode;
};

export function CardBody({ feed, lastKnown }: Props) {
  const texts = useTexts(cardTexts);
  const { answer, failure } = feed.state;
  if (!answer) {
    if (failure === null) return <Loading label={texts.loading} />;
    return (
      <FailureNotice failure={failure} title={texts.failure.title} onRetry={feed.reload}>
        {lastKnown}
      </FailureNotice>
    );
  }
  return (
    <Flex direction="column" gap="medium">
      {failure === null ? null : <StaleNotice failure={failure} onRetry={feed.reload} />}
      <ModeBanner mode={answer.mode} />
      <Decision answer={answer} />
    </Flex>
  );
}

function Decision({ answer }: { readonly answer: CardAnswer }) {
  const texts = useTexts(cardTexts);
  const { record, pending } = answer;
  if (record.kind === "undecided") return <Undecided />;
  const { view } = record;
  return (
    <>
      {pending ? <Loading label={texts.pending} isSmall /> : null}
      {view.kind === "contact" ? <ContactView view={view} /> : <DealView view={view} />}
      <Trail
        entries={answer.trail}
        playbook={answer.playbook}
        decidedAt={record.decidedAt}
        changesAt={view.kind === "contact" ? view.changesAt : null}
      />
    </>
  );
}
