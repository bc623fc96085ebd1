import { type TitleRule, whatever } from "./title-rules.ts";

/** Who works with the product: clinicians who are not physicians, and the staff around them. */
export const staffRules: readonly TitleRule[] = [
  {
    phrases: `nurse practitioner, physician assistant, physician associate, physician s assistant, pa c,
      medical assistant, staff nurse, registered nurse, nurse midwife, nurse anesthetist, therapist, psychologist,
      social worker, pharmacist, dietitian, nutritionist, paramedic, aprn, arnp, fnp, np, crna, cnm, audiologist,
      speech language pathologist, speech pathologist, technologist, technician, sonographer`,
    tier: 2,
    roles: {
      executive: "department_lead",
      lead: "department_lead",
      expert: "end_user",
      staff: "end_user",
      bare: "end_user",
    },
  },
  {
    phrases: `coordinator, scheduler, biller, coder, receptionist, front desk, front office, clerk,
      representative, registrar, hygienist, phlebotomist, medical secretary, unit secretary, unit clerk,
      patient navigator, transcriptionist, medical receptionist, dental assistant, clinical assistant,
      surgical assistant, nursing assistant, home health aide, aide, verification specialist,
      authorization specialist, prior authorization, insurance verification, counselor,
      case management, medical record, health information technician`,
    tier: 3,
    roles: whatever("end_user"),
  },
  { phrases: "case manager, care manager", tier: 3, roles: whatever("end_user"), hidesRank: true },
  {
    phrases:
      "financial counselor, patient financial counselor, genetic counselor, surgery scheduler",
    tier: 1,
    roles: whatever("end_user"),
  },
  {
    // Short forms that are also names of states and of other things: only where nothing else is said.
    phrases: `pa, surgical pa, cma, rma, cna, moa, emt, psr, pharmd, dpt, lcsw, lmft, lpc, rdh, ccc slp, slp, mlt, rrt,
      physical therapist assistant, or nurse, or scheduler`,
    tier: 4,
    roles: { bare: "end_user", staff: "end_user", expert: "end_user" },
  },
];
