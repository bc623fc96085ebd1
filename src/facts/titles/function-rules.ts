import { leading, type TitleRule, whatever } from "./title-rules.ts";

/** IT, compliance, finance, procurement, quality, departments, end users; and what is none of ours. */
export const functionRules: readonly TitleRule[] = [
  {
    phrases: `cmio, cnio, informatics, informaticist, informatician, nursing informatics,
      nurse informaticist, clinical informatics, medical informatics, pharmacy informatics,
      clinical information officer, chief medical information officer, chief nursing information officer,
      chief medical informatics officer, chief nursing informatics officer, physician informaticist,
      informatics nurse`,
    tier: 1,
    roles: whatever("clinical_informatics"),
  },
  {
    phrases: `cio, cto, chief information officer, chief technology officer, chief digital officer,
      chief digital, chief information and digital officer, chief digital and information officer,
      chief health information officer`,
    tier: 1,
    roles: whatever("it_executive"),
  },
  {
    phrases: `it, information technology, information system, information service, mis,
      clinical system, clinical application, digital transformation, digital health, technology,
      health information technology`,
    tier: 1,
    roles: { executive: "it_executive", lead: "it_executive" },
  },
  {
    phrases: `integration, interface, system integration, hl7, fhir, interoperability, ehr, emr, epic, cerner,
      oracle health, oracle cerner, meditech, athenahealth, athena, eclinicalworks, ecw, nextgen,
      modmed, allscripts, lis, ris, pacs, pacs administrator, ehr application`,
    tier: 1,
    roles: whatever("integration"),
  },
  {
    phrases: `ciso, chief information security officer, information security, cyber security,
      cybersecurity, it security, data security, security officer, hipaa security officer,
      security analyst, security engineer, security architect`,
    tier: 1,
    roles: whatever("security"),
  },
  {
    phrases: `compliance, privacy, hipaa, risk management, risk manager, risk officer, legal, counsel,
      attorney, general counsel, corporate compliance, regulatory affair, risk`,
    tier: 1,
    roles: whatever("compliance_privacy"),
  },
  {
    phrases: `cfo, chief financial officer, chief finance officer, controller, comptroller, finance,
      financial, financial planning, reimbursement, treasurer, accounting`,
    tier: 1,
    roles: { executive: "finance", lead: "finance", expert: "finance", bare: "finance" },
  },
  {
    phrases: `revenue cycle, rcm, billing, patient financial service, patient account, coding, revenue integrity`,
    tier: 1,
    roles: leading("finance"),
  },
  {
    phrases: "financial counselor, patient financial counselor",
    tier: 1,
    roles: whatever("end_user"),
  },
  {
    phrases: `supply chain, procurement, purchasing, purchaser, buyer, material management, material,
      material manager, sourcing, strategic sourcing, group purchasing, gpo, contracting officer,
      supply chain management, chief supply chain officer, chief procurement officer`,
    tier: 1,
    roles: whatever("procurement"),
  },
  {
    phrases: `value analysis, p t committee, p and t, pharmacy and therapeutic, formulary,
      product evaluation, new product committee`,
    tier: 1,
    roles: whatever("value_analysis"),
  },
  {
    phrases: `quality, patient safety, quality improvement, quality assurance, infection prevention,
      infection control, infection preventionist, performance improvement, chief quality officer,
      cqo, chief patient safety officer`,
    tier: 1,
    roles: whatever("quality_safety"),
  },
  {
    phrases: `lab, clinical lab, radiology, imaging, imaging center, pharmacy, cardiology, surgery,
      surgical service, perioperative, perioperative service, operating room, emergency department,
      orthopedic, oncology, cancer center, rehabilitation, rehab, pathology, pediatric, neurology,
      gastroenterology, dermatology, urology, obstetric, maternity, behavioral health,
      respiratory, cath lab, mri, ct, ultrasound, endoscopy, primary care, anesthesia, dental`,
    tier: 2,
    roles: leading("department_lead"),
  },
  {
    phrases: `coordinator, technician, technologist, scheduler, biller, coder, receptionist, front desk,
      clerk, representative, registrar, hygienist, phlebotomist, sonographer, medical secretary,
      patient navigator, transcriptionist`,
    tier: 3,
    roles: whatever("end_user"),
  },
  {
    // Look like one of the above and are not.
    phrases: `physician liaison, physician relation, physician recruiter, physician recruitment,
      physician service, physician network, physician advisor, clinical integration, risk adjustment, market access, digital marketing,
      referral relation, referral development, chief resident, medical science liaison, vice president, clinical trial,
      clinical research, physical security, security guard, director of security, quality assurance engineer, medical record,
      technology transfer, board chair, chair of the board, foundation, general manager it, medical device, medical sale,
      legal assistant, legal secretary, financial advisor, revenue officer, chief revenue officer`,
    tier: 1,
    roles: {},
  },
];

/** Work that is no part of a purchase; beside it, only a plain function word still speaks. */
export const otherWork = `marketing, communication, public relation, human resource, hr, people officer,
  talent, brand, product manager, product owner, volunteer service, philanthropy, development officer,
  chief strategy officer, strategy, outreach, spiritual care, chaplain, media`;

/** People who sell or advise; they hold no role at a buyer, unless they are physicians. */
export const outsiders = `consultant, consulting, recruiter, recruiting, recruitment, sale, account executive,
  account manager, business development, partnership, reseller, product marketing, vice president product,
  vp product, researcher, competitive intelligence, sales representative`;
