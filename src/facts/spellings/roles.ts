import type { RoleId } from "../vocabulary.ts";
import type { Spellings } from "./spellings.ts";

/** What people write into a field, or an association label, for a role in a purchase. */
export const roleSpellings: Spellings<RoleId> = {
  certain: {
    executive_sponsor: `
      executive sponsor, exec sponsor, sponsor, executive, c suite, csuite, leadership,
      executive leadership, executive team`,
    clinical_executive:
      "clinical executive, clinical leadership, medical leadership, chief medical",
    physician_champion: "physician champion, clinical champion, physician lead, doctor champion",
    nursing_operations: "nursing, nursing leadership, nursing operations, nurse leader",
    clinical_informatics: "clinical informatics, informatics",
    it_executive: "it, it executive, it lead, it leadership, it decision maker, technology lead",
    integration:
      "integration, interface, ehr team, integration team, technical lead, it integration",
    security: "security, it security, information security, infosec",
    compliance_privacy: `
      compliance, privacy, legal, risk, compliance and privacy, legal and compliance, legal counsel,
      counsel, contract reviewer`,
    finance: "finance, financial, finance lead, cfo, revenue cycle",
    procurement: "procurement, purchasing, supply chain, sourcing, buyer, materials",
    value_analysis: "value analysis, value analysis committee, vac, p and t, formulary",
    operations:
      "operations, operations lead, practice management, office management, clinic operations",
    quality_safety: "quality, quality and safety, patient safety, infection prevention",
    department_lead: "department lead, department head, department leadership, service line lead",
    end_user: "end user, user, super user, superuser, power user, staff user",
    champion: "champion, internal champion, advocate, internal advocate, coach",
    owner_physician:
      "owner physician, physician owner, physician partner, owner doctor, practice owner",
  },
  doubtful: {
    finance: "economic buyer, budget owner, budget holder, billing contact, billing",
    it_executive: "technical buyer, technical evaluator, technical decision maker",
    physician_champion: "clinician, provider, clinical",
    end_user: "frontline, front line, staff",
    operations: "administration, administrative, project lead, project owner",
  },
  harmless: "a an and the of for our role team contact person member group department stakeholder",
};
