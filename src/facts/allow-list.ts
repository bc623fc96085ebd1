import type { Playbook } from "../playbook/playbook.ts";
import { contactInputs } from "./read-inputs.ts";
import { personProperties } from "./read-person.ts";

/** What we write and read back; never a fact. */
export const contactResults: readonly string[] = [
  "medqual_status",
  "medqual_fit",
  "medqual_intent",
  "medqual_readiness",
  "medqual_reasons",
  "medqual_missing",
  "medqual_next_action",
  "medqual_scored_at",
  "lifecyclestage",
  "hs_lead_status",
];
const contactBasics = [
  "associatedcompanyid",
  "company",
  "hubspot_owner_id",
  "hs_merged_object_ids",
  "hs_user_ids_of_all_owners",
  "organization_type",
  "service_interest",
  "hs_email_optout",
  "hs_email_quarantined",
  "hs_email_hard_bounce_reason_enum",
  "hs_email_bounce",
  "hs_email_delivered",
  "hs_sales_email_last_replied",
  "hs_email_last_reply_date",
  "hs_analytics_num_visits",
  "hs_analytics_last_visit_timestamp",
  "first_conversion_event_name",
  "first_conversion_date",
  "recent_conversion_event_name",
  "recent_conversion_date",
];
const companyBasics = [
  "name",
  "domain",
  "industry",
  "lifecyclestage",
  "medqual_organization_type",
  "npi",
];
const dealProperties = [
  "dealname",
  "dealstage",
  "hs_is_closed",
  "medqual_solution",
  "medqual_committee_completeness",
  "medqual_missing_roles",
];

/** Every property that is read of each type of record, sorted. Nothing else ever leaves HubSpot. */
export function allowedProperties(playbook: Playbook): {
  readonly contacts: readonly string[];
  readonly companies: readonly string[];
  readonly deals: readonly string[];
} {
  const named = playbookProperties(playbook);
  return {
    contacts: sorted([
      ...personProperties,
      ...contactBasics,
      ...contactInputs,
      ...contactResults,
      ...named.contacts,
    ]),
    companies: sorted([...companyBasics, ...named.companies]),
    deals: sorted(dealProperties),
  };
}

/** Properties that the playbook names as sources of facts or as the portal's own, sorted. */
export function playbookProperties(playbook: Playbook): {
  readonly contacts: readonly string[];
  readonly companies: readonly string[];
} {
  const sources = [
    ...Object.values(playbook.factSources).flat(),
    ...playbook.sources.map(({ property }) => property),
    ...playbook.properties.map(({ id }) => id),
  ];
  const of = (type: string) =>
    sorted(
      sources
        .filter((source) => source.startsWith(`${type}.`))
        .map((source) => source.slice(type.length + 1)),
    );
  return { contacts: of("contact"), companies: of("company") };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
