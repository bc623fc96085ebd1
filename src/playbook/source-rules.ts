import type { SourceRule } from "./playbook.ts";

/** Where leads come from, the strictest class first. What no rule knows is our own. */
export const sourceRules: readonly SourceRule[] = [
  {
    id: "syndicated_first_form",
    label: "Came over syndicated content",
    class: "syndication",
    property: "contact.first_conversion_event_name",
    words: ["syndicated", "syndication"],
  },
  {
    id: "syndicated_form",
    label: "Responded to syndicated content",
    class: "syndication",
    property: "contact.recent_conversion_event_name",
    words: ["syndicated", "syndication"],
  },
  {
    id: "syndication_partner",
    label: "Lead source names a syndication partner",
    class: "syndication",
    property: "contact.lead_source",
    words: [
      "syndication",
      "syndicated",
      "content synd",
      "medtech weekly",
      "med tech weekly",
      "medtechweekly",
      "healthit digest",
      "health it digest",
      "hitd",
    ],
  },
  {
    id: "outbound",
    label: "Found by sales",
    class: "outbound",
    property: "contact.lead_source",
    words: ["outbound", "cold call", "sdr list", "purchased list", "prospecting"],
  },
  {
    id: "import",
    label: "Imported list",
    class: "import",
    property: "contact.lead_source",
    words: ["list import", "import", "imported"],
  },
  {
    id: "partner",
    label: "Partner",
    class: "partner",
    property: "contact.lead_source",
    words: ["partner", "reseller", "channel"],
  },
  {
    id: "latest_traffic",
    label: "Latest traffic source",
    class: "own",
    property: "contact.hs_latest_source",
    words: [],
  },
  {
    id: "original_traffic",
    label: "Original traffic source",
    class: "own",
    property: "contact.hs_analytics_source",
    words: [],
  },
];
