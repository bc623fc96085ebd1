import { useCrmProperties } from "@hubspot/ui-extensions/crm";
import { useEffect, useRef } from "react";

type Properties = ReturnType<typeof useCrmProperties>;
type OnChange = { readonly inputs: () => void; readonly results: () => void };

// HubSpot finds the names below by reading this file, so each list has to stand in its call.

/** Tells when HubSpot reports that somebody changed what decides a contact, or that we wrote to it. */
export function useContactChanges(onChange: OnChange): void {
  const inputs = useCrmProperties([
    "email",
    "jobtitle",
    "company",
    "country",
    "numemployees",
    "hs_buying_role",
    "hubspot_owner_id",
    "lifecyclestage",
    "hs_lead_status",
    "recent_conversion_date",
    "hs_sales_email_last_replied",
    "medqual_handoff",
    "medqual_return_reason",
    "medqual_need",
    "medqual_timeline",
    "medqual_authority",
    "medqual_budget_path",
    "medqual_current_tools",
    "medqual_integration",
    "medqual_compliance",
    "medqual_next_step_date",
    "medqual_committee_role",
    "medqual_organization_type",
    "medqual_specialty",
    "medqual_service_interest",
    "medqual_signal",
    "medqual_signal_date",
    "medqual_override",
    "medqual_override_reason",
    "medqual_override_until",
    "medqual_snooze_until",
  ]);
  // A portal may lack these; asked for apart, their absence spoils nothing else.
  const answers = useCrmProperties([
    "specialty",
    "organization_type",
    "service_interest",
    "lead_source",
    "number_of_providers",
    "ehr_system",
  ]);
  const results = useCrmProperties(["medqual_status", "medqual_missing", "medqual_scored_at"]);
  useChange(inputs, onChange.inputs);
  useChange(answers, onChange.inputs);
  useChange(results, onChange.results);
}

/** The same for a deal. */
export function useDealChanges(onChange: OnChange): void {
  const inputs = useCrmProperties(["dealname", "dealstage", "medqual_solution"]);
  const results = useCrmProperties([
    "medqual_committee_completeness",
    "medqual_missing_roles",
    "medqual_scored_at",
  ]);
  useChange(inputs, onChange.inputs);
  useChange(results, onChange.results);
}

function useChange({ properties, isLoading, error }: Properties, onChange: () => void): void {
  const seen = useRef<string | null>(null);
  const now = isLoading || error ? null : fingerprint(properties);

  useEffect(() => {
    if (now === null || now === seen.current) return;
    const isFirst = seen.current === null;
    seen.current = now;
    if (!isFirst) onChange();
  });
}

function fingerprint(properties: Properties["properties"]): string {
  const names = Object.keys(properties).toSorted((a, b) => (a < b ? -1 : 1));
  return JSON.stringify(names.map((name) => [name, properties[name]]));
}
