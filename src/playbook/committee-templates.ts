import type { OrganizationType, RoleId } from "../facts/vocabulary.ts";
import type { CommitteeTemplate, RoleRequirement, Solution, StageNeeds } from "./playbook.ts";

const practices: readonly OrganizationType[] = [
  "independent_practice",
  "rural_health_clinic",
  "urgent_care",
  "behavioral_health",
  "dental",
];
const groups: readonly OrganizationType[] = ["multispecialty_group", "aco"];
const hospitals: readonly OrganizationType[] = [
  "hospital",
  "critical_access_hospital",
  "specialty_hospital",
  "academic_medical_center",
  "government",
];

/** HubSpot's own stages; everybody is needed once a proposal is presented. */
export const dealStages: Readonly<Record<string, StageNeeds>> = {
  appointmentscheduled: "sql",
  qualifiedtobuy: "sql",
  presentationscheduled: "everybody",
  decisionmakerboughtin: "everybody",
  contractsent: "everybody",
  closedwon: "nobody",
  closedlost: "nobody",
};

/** Requirements by id: what it is called and which roles fill it. */
const requirements = {
  operations: ["Operations", ["operations"]],
  operations_or_owner: ["Operations or owner physician", ["operations", "owner_physician"]],
  operations_or_executive: ["Operations", ["operations", "executive_sponsor"]],
  executive: ["Executive sponsor", ["executive_sponsor"]],
  owner: ["Owner physician", ["owner_physician", "physician_champion"]],
  clinical_executive: ["Clinical executive", ["clinical_executive"]],
  clinical: [
    "Clinical executive or champion",
    ["clinical_executive", "physician_champion", "owner_physician", "champion"],
  ],
  champion: [
    "Champion",
    ["champion", "physician_champion", "owner_physician", "clinical_executive"],
  ],
  nursing: ["Nursing", ["nursing_operations", "clinical_executive"]],
  department: ["Department lead", ["department_lead", "operations"]],
  it: ["IT", ["it_executive", "integration", "security", "clinical_informatics"]],
  security: ["Security", ["security"]],
  compliance: ["Compliance", ["compliance_privacy"]],
  legal: ["Legal", ["compliance_privacy"]],
  finance: ["Finance", ["finance"]],
  procurement: ["Procurement", ["procurement", "value_analysis"]],
  value_analysis: ["Value analysis", ["value_analysis", "procurement"]],
  gpo: ["GPO", ["procurement"]],
  quality: ["Quality", ["quality_safety"]],
} as const satisfies Readonly<Record<string, readonly [string, readonly RoleId[]]>>;
type RequirementId = keyof typeof requirements;

/** For software that touches the EHR, for devices and for services. */
export const committeeTemplates: readonly CommitteeTemplate[] = [
  software("practice", practices, {
    atSql: ["operations_or_owner"],
    later: ["champion", "finance"],
  }),
  software("group", groups, {
    atSql: ["operations_or_executive", "it"],
    later: ["finance", "clinical", "compliance"],
  }),
  software("hospital", hospitals, {
    atSql: ["clinical", "it"],
    later: ["security", "compliance", "finance", "procurement"],
  }),
  software("health_system", ["health_system"], {
    atSql: ["clinical", "it", "executive"],
    later: ["security", "compliance", "finance", "procurement", "gpo", "legal"],
  }),
  software("surgery_center", ["ambulatory_surgery_center"], {
    atSql: ["operations_or_executive"],
    later: ["owner", "procurement"],
  }),
  software("fqhc", ["fqhc"], {
    atSql: ["executive", "clinical_executive"],
    later: ["finance", "it"],
  }),
  software("payer", ["payer"], {
    atSql: ["operations", "it"],
    later: ["compliance", "procurement"],
  }),
  software("lab_imaging", ["clinical_lab", "imaging_center"], {
    atSql: ["department"],
    later: ["it", "quality", "finance"],
  }),
  software("post_acute", ["long_term_care", "home_health"], {
    atSql: ["operations_or_executive"],
    later: ["nursing", "finance", "compliance"],
  }),
  software("pharmacy", ["pharmacy"], { atSql: ["department"], later: ["it", "finance"] }),
  device("practice", [...practices, ...groups], {
    atSql: ["owner"],
    later: ["operations", "finance"],
  }),
  device("hospital", hospitals, {
    atSql: ["clinical", "value_analysis"],
    later: ["department", "nursing", "quality", "finance"],
  }),
  device("health_system", ["health_system"], {
    atSql: ["clinical", "value_analysis", "executive"],
    later: ["department", "nursing", "quality", "finance", "gpo", "legal"],
  }),
  device("surgery_center", ["ambulatory_surgery_center"], {
    atSql: ["owner", "procurement"],
    later: ["nursing", "operations_or_executive"],
  }),
  device("fqhc", ["fqhc"], {
    atSql: ["executive", "clinical_executive"],
    later: ["nursing", "finance"],
  }),
  device("payer", ["payer"], {
    atSql: ["clinical_executive", "value_analysis"],
    later: ["finance", "compliance"],
  }),
  device("lab_imaging", ["clinical_lab", "imaging_center"], {
    atSql: ["department"],
    later: ["quality", "finance", "procurement"],
  }),
  device("post_acute", ["long_term_care", "home_health"], {
    atSql: ["operations_or_executive", "nursing"],
    later: ["finance", "procurement"],
  }),
  device("pharmacy", ["pharmacy"], { atSql: ["department"], later: ["finance", "procurement"] }),
  service("practice", [...practices, ...groups], {
    atSql: ["operations_or_owner"],
    later: ["finance", "compliance"],
  }),
  service("hospital", hospitals, {
    atSql: ["operations_or_executive", "finance"],
    later: ["clinical", "compliance", "procurement"],
  }),
  service("health_system", ["health_system"], {
    atSql: ["operations", "finance", "executive"],
    later: ["clinical", "compliance", "procurement", "gpo", "legal"],
  }),
  service("surgery_center", ["ambulatory_surgery_center"], {
    atSql: ["operations_or_executive"],
    later: ["owner", "finance"],
  }),
  service("fqhc", ["fqhc"], {
    atSql: ["executive"],
    later: ["operations", "finance", "compliance"],
  }),
  service("payer", ["payer"], {
    atSql: ["operations", "finance"],
    later: ["compliance", "procurement"],
  }),
  service("lab_imaging", ["clinical_lab", "imaging_center"], {
    atSql: ["department"],
    later: ["finance", "compliance"],
  }),
  service("post_acute", ["long_term_care", "home_health"], {
    atSql: ["operations_or_executive"],
    later: ["nursing", "finance", "compliance"],
  }),
  service("pharmacy", ["pharmacy"], { atSql: ["department"], later: ["finance", "compliance"] }),
];

type Needs = {
  readonly atSql: readonly RequirementId[];
  readonly later: readonly RequirementId[];
  readonly includesParent?: boolean;
};

function software(id: string, organizationTypes: readonly OrganizationType[], needs: Needs) {
  return template(id, "software", { ...needs, organizationTypes });
}

function device(id: string, organizationTypes: readonly OrganizationType[], needs: Needs) {
  return template(id, "device", { ...needs, organizationTypes });
}

function service(id: string, organizationTypes: readonly OrganizationType[], needs: Needs) {
  return template(id, "service", { ...needs, organizationTypes });
}

function template(
  id: string,
  solution: Solution,
  needs: Needs & { readonly organizationTypes: readonly OrganizationType[] },
): CommitteeTemplate {
  return {
    id: `${id}_${solution}`,
    organizationTypes: needs.organizationTypes,
    solutions: [solution],
    includesParent: needs.includesParent ?? false,
    atSql: needs.atSql.map((each) => requirement(each, 2)),
    later: needs.later.map((each) => requirement(each, 1)),
  };
}

function requirement(id: RequirementId, weight: number): RoleRequirement {
  const [label, roles] = requirements[id];
  return { id, label, roles, people: 1, weight };
}
