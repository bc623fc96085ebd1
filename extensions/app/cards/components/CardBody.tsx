import { Alert, Flex, Text } from "@hubspot/ui-extensions";
import { FailureNotice } from "@medqual/ui/components/FailureNotice.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { StaleNotice } from "@medqual/ui/components/StaleNotice.tsx";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { ReactNode } from "react";
import type { CardAnswer, ContactCardView, DealCardView } from "../../../../src/view/card-view.ts";
import type { CardFeed } from "../use-card.ts";
import { Freshness } from "./Freshness.tsx";
import { ModeBanner } from "./ModeBanner.tsx";
import { Undecided } from "./Undecided.tsx";

type Props = {
  readonly feed: CardFeed;
  /** Shown when the server can't be asked. */
  readonly lastKnown: ReactNode;
  /** What this card draws of a record that was decided; it finds a place for how old that is. */
  readonly children: (drawn: {
    readonly view: ContactCardView | DealCardView;
    readonly answer: CardAnswer;
    readonly freshness: ReactNode;
  }) => ReactNode;
};

/** What every card is around its decision: loading, failing, stale, not decided yet, being decided. */
export function CardBody({ feed, lastKnown, children }: Props) {
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
  const { record, refused, pending } = answer;
  return (
    <Flex direction="column" gap="medium">
      {failure === null ? null : <StaleNotice failure={failure} onRetry={feed.reload} />}
      {refused === null ? null : (
        <Alert title={texts.failure.refused} variant="danger">
          <Text>{refused}</Text>
        </Alert>
      )}
      {answer.problems.map(({ what, cure }) => (
        <Alert key={what} title={what} variant="warning">
          <Text>{cure}</Text>
        </Alert>
      ))}
      <ModeBanner mode={answer.mode} />
      {record.kind === "undecided" ? (
        <Undecided />
      ) : (
        children({
          view: record.view,
          answer,
          freshness: (
            <Freshness decidedAt={record.decidedAt} isPending={pending} onRefresh={feed.reload} />
          ),
        })
      )}
    </Flex>
  );
}
