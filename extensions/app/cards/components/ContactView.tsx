import { AutoGrid } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import type { ContactCardView, ReaderView } from "../../../../src/view/card-view.ts";
import { Brief } from "./Brief.tsx";
import { Committee } from "./Committee.tsx";
import { Fields } from "./Fields.tsx";
import { Gaps } from "./Gaps.tsx";
import { Handoff } from "./Handoff.tsx";
import { Override } from "./Override.tsx";
import { Readiness } from "./Readiness.tsx";
import { Score } from "./Score.tsx";
import { StatusHeader } from "./StatusHeader.tsx";
import { Why } from "./Why.tsx";

type Props = {
  readonly view: ContactCardView;
  readonly reader: ReaderView;
  readonly freshness: ReactNode;
};

/** Most important first: where it stands, what to do, what to ask; then why, and what that rests on. */
export function ContactView({ view, reader, freshness }: Props) {
  return (
    <>
      <StatusHeader view={view} freshness={freshness} />
      <Handoff view={view} reader={reader} />
      <Gaps gaps={view.gaps} />
      <Why reasons={view.reasons} />
      <AutoGrid columnWidth={180} flexible gap="medium">
        <Score score={view.fit} />
        <Score score={view.intent} />
        <Readiness readiness={view.readiness} />
      </AutoGrid>
      <Committee committee={view.committee} />
      <Fields notes={view.fields} />
      <Brief brief={view.brief} />
      {reader.mayHandOver ? <Override override={view.override} /> : null}
    </>
  );
}
