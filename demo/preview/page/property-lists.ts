import type { RecordType } from "./api.ts";

type Lists = { readonly editable: readonly Group[]; readonly written: readonly string[] };
type Group = { readonly title: string; readonly names: readonly string[] };

/** What the preview shows of a record: what people change, and what the app writes. */
export const propertyLists: Readonly<Record<RecordType, Lists>> = {
  contacts: {
    written: [
      "medqual_status",
      "medqual_fit",
      "medqual_intent",
      "medqual_readiness",
      "medqual_missing",
      "medqual_next_action",
      "lifecyclestage",
      "hs_lead_status",
    ],
    editable: [
      {
        title: "Form answers",
        names: [
          "jobtitle",
          "organization_type",
          "specialty",
          "service_interest",
          "number_of_providers",
          "ehr_system",
          "country",
          "email",
        ],
      },
      {
        title: "What sales records",
        names: [
          "medqual_handoff",
          "medqual_return_reason",
          "medqual_need",
          "medqual_timeline",
          "medqual_authority",
          "medqual_next_step_date",
          "medqual_budget_path",
          "medqual_current_tools",
          "medqual_integration",
          "medqual_compliance",
          "medqual_committee_role",
          "medqual_signal",
          "medqual_signal_date",
        ],
      },
    ],
  },
  deals: {
    written: ["medqual_committee_completeness", "medqual_missing_roles"],
    editable: [{ title: "Deal", names: ["dealname", "dealstage", "medqual_solution"] }],
  },
};

export function namesOf(type: RecordType): readonly string[] {
  const { editable, written } = propertyLists[type];
  const names = ["firstname", "lastname", ...editable.flatMap((group) => group.names), ...written];
  return type === "deals" ? names.slice(2) : names;
}
