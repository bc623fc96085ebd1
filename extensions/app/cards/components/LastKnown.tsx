import { useCrmProperties } from "@hubspot/ui-extensions/crm";
import { LastKnown } from "@medqual/ui/components/LastKnown.tsx";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

// HubSpot finds the names below by reading this file, so each list has to stand in its call.

/** What Medqual last wrote to the contact. */
export function ContactLastKnown() {
  const { lastKnown } = useTexts(cardTexts);
  const written = useCrmProperties(
    [
      "medqual_status",
      "medqual_next_action",
      "medqual_missing",
      "medqual_reasons",
      "medqual_fit",
      "medqual_intent",
      "medqual_readiness",
      "medqual_scored_at",
    ],
    { propertiesToFormat: "all" },
  );
  return <LastKnown written={written} labels={lastKnown.contact} />;
}

/** What Medqual last wrote to the deal. */
export function DealLastKnown() {
  const { lastKnown } = useTexts(cardTexts);
  const written = useCrmProperties(
    ["medqual_committee_completeness", "medqual_missing_roles", "medqual_scored_at"],
    { propertiesToFormat: "all" },
  );
  return <LastKnown written={written} labels={lastKnown.deal} />;
}
