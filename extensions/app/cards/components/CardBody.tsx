import { Flex, LoadingSpinner } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import type { CardAnswer } from "../../../../src/view/card-view.ts";
import type { FeedState } from "../card-feed.ts";
import type { Format } from "../format.ts";
import { texts } from "../texts.ts";
import { ContactView } from "./ContactView.tsx";
import { DealView } from "./DealView.tsx";
import { Failure, Stale } from "./Failure.tsx";
import { ModeBanner } from "./ModeBanner.tsx";
import { Trail } from "./Trail.tsx";
import { Undecided } from "./Undecided.tsx";

type Props = {
  readonly state: FeedState;
  readonly format: Format;
  readonly onRetry: () => void;
  /** Shown when the server can't be asked. */
  readonly lastKnown: ReactNode;
};

export function CardBody({ state, format, onRetry, lastKnown }: Props) {
  const { answer, failure } = state;
  if (!answer) {
    if (failure === null) return <LoadingSpinner label={texts.loading} showLabel />;
    return (
      <Failure reason={failure} onRetry={onRetry}>
        {lastKnown}
      </Failure>
    );
  }
  return (
    <Flex direction="column" gap="medium">
      {failure === null ? null : <Stale reason={failure} onRetry={onRetry} />}
      <ModeBanner mode={answer.mode} />
      <Decision answer={answer} format={format} />
    </Flex>
  );
}

function Decision({ answer, format }: { readonly answer: CardAnswer; readonly format: Format }) {
  const { record, pending } = answer;
  if (record.kind === "undecided") return <Undecided />;
  const { view } = record;
  return (
    <>
      {pending ? <LoadingSpinner label={texts.pending} showLabel size="xs" /> : null}
      {view.kind === "contact" ? (
        <ContactView view={view} format={format} />
      ) : (
        <DealView view={view} format={format} />
      )}
      <Trail
        entries={answer.trail}
        playbook={answer.playbook}
        decidedAt={record.decidedAt}
        changesAt={view.kind === "contact" ? view.changesAt : null}
        format={format}
      />
    </>
  );
}
