import { AutoGrid } from "@hubspot/ui-extensions";
import type { ContactCardView } from "../../../../src/view/card-view.ts";
import type { Format } from "../format.ts";
import { Committee } from "./Committee.tsx";
import { Missing } from "./Missing.tsx";
import { Readiness } from "./Readiness.tsx";
import { Score } from "./Score.tsx";
import { StatusHeader } from "./StatusHeader.tsx";
import { Why } from "./Why.tsx";

type Props = { readonly view: ContactCardView; readonly format: Format };

export function ContactView({ view, format }: Props) {
  return (
    <>
      <StatusHeader view={view} format={format} />
      <Missing items={view.missing} />
      <Why reasons={view.reasons} />
      <AutoGrid columnWidth={280} flexible gap="medium">
        <Score score={view.fit} format={format} />
        <Score score={view.intent} format={format} />
      </AutoGrid>
      <Readiness readiness={view.readiness} format={format} />
      <Committee committee={view.committee} format={format} />
    </>
  );
}
