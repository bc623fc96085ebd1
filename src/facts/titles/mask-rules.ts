import type { TitleRule } from "./title-rules.ts";

/** Look like roles of a purchase and are not. */
export const maskRules: readonly TitleRule[] = [
  {
    phrases: `physician liaison, physician relation, physician recruiter, physician recruitment,
      physician recruiting, provider relation, provider recruitment, physician service, physician network,
      physician advisor, clinical integration, risk adjustment, market access, digital marketing,
      referral relation, referral development, chief resident, medical science liaison,
      clinical trial, clinical research, research coordinator, physical security, security guard,
      director of security, quality assurance engineer, qa engineer, technology transfer, board chair,
      chair of the board, chair board, board member, foundation, general manager it, medical device,
      medical sale, legal assistant, legal secretary, financial advisor, insurance agent, real estate,
      revenue officer, chief revenue officer, plant operation, facility operation, talent sourcing,
      sourcing recruiter, pharmaceutical representative, desktop support, it support, help desk, service desk,
      maintenance technician, biomedical technician, biomedical equipment technician, veterinary technician,
      nail technician, business partner, client partner, channel partner, talent partner, staffing coordinator,
      event coordinator, volunteer coordinator, coordinator of volunteer, construction, housekeeping,
      food service, dietary service, environmental service, security service, travel coordinator`,
    tier: 1,
    roles: {},
    isOtherTrade: true,
  },
  {
    // No president, and degrees that are no office.
    phrases: `vice president, doctor of nursing, doctor of nursing practice, doctor of pharmacy,
      doctor of physical therapy`,
    tier: 1,
    roles: {},
  },
  {
    phrases: `project manager, project coordinator, project director, project lead, program manager,
      program coordinator, product manager, account manager, property manager, facility manager,
      general manager`,
    tier: 1,
    roles: {},
    hidesRank: true,
  },
];
