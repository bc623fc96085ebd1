import { AutoGrid } from "@hubspot/ui-extensions";
import type { ContactCardView } from "../../../../src/view/card-view.ts";
import { Committee } from "./Committee.tsx";
import { Missing } from "./Missing.tsx";
import { Readiness } from "./Readiness.tsx";
import { Score } from "./Score.tsx";
import { StatusHeader } from "./StatusHeader.tsx";
import { Why } from "./Why.tsx";

type Props = { readonly view: ContactCardView };

export function ContactView({ view }: Props) {
  return (
    <>
      <StatusHeader view={view} />
      <Missing items={view.missing} />
      <Why reasons={view.reasons} />
      <AutoGrid columnWidth={280} flexible gap="medium">
        <Score score={view.fit} />
        <Score score={view.intent} />
      </AutoGrid>
      <Readiness readiness={view.readiness} />
      <Committee committee={view.committee} />
    </>
  );
}
