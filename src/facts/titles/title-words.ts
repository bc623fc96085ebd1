import type { Abbreviations } from "../phrases.ts";

/** Short forms found in job titles. */
export const titleAbbreviations: Abbreviations = {
  mgr: "manager",
  mngr: "manager",
  mgmt: "management",
  dir: "director",
  coord: "coordinator",
  admin: "administrator",
  admins: "administrator",
  op: "operation",
  ops: "operation",
  offcr: "officer",
  ofcr: "officer",
  svc: "service",
  svcs: "service",
  rep: "representative",
  asst: "assistant",
  exec: "executive",
  dept: "department",
  info: "information",
  ambul: "ambulatory",
  rev: "revenue",
  tech: "technician",
  chairman: "chair",
  chairperson: "chair",
  chairwoman: "chair",
  centre: "center",
  laboratory: "lab",
  anaesthesiologist: "anesthesiologist",
  paediatrician: "pediatrician",
  orthopaedic: "orthopedic",
  labs: "lab",
  sr: "senior",
  pres: "president",
};

export type Rank = "executive" | "lead" | "expert" | "staff" | "bare";

/** Highest first: a title has the highest rank that it names. */
export const rankWords: Readonly<Record<Exclude<Rank, "bare">, string>> = {
  executive: "chief, vp, svp, evp, avp, vice president, president, head, in chief",
  lead: `director, manager, supervisor, administrator, officer, chair, leader, superintendent,
    team lead, practice lead, controller, counsel`,
  expert: "analyst, engineer, architect, specialist, developer, trainer, builder, nurse specialist",
  staff: `coordinator, technician, technologist, assistant, clerk, representative, scheduler,
    biller, coder, receptionist, agent, aide, registrar, front desk, secretary, liaison, navigator,
    hygienist, phlebotomist, sonographer, transcriptionist, counselor`,
};

/** Titles that speak of somebody else's office, or of no office at all. */
export const voidTitles: readonly RegExp[] = [
  /\b(?:executive|administrative|admin|personal|exec\.?)\s+(?:assistant|asst\.?)\b/iu,
  /\b(?:assistant|asst\.?|secretary|aide|advisor|adviser|ea|pa)\s+to\b/iu,
  /\boffice of the\b/iu,
  /\bchief of staff,?\s+(?:to|for)\b/iu,
  /\b(?:student|intern|internship|candidate|applicant|aspiring|seeking|unemployed|volunteer)\b/iu,
  /\blooking for\b/iu,
];

/** What somebody no longer is, up to the next punctuation. */
export const pastOffice =
  /(?<![\p{L}])(?:former|formerly|ex|retired|previous|previously|past|emeritus|outgoing)(?![\p{L}])[^,;|()]*/giu;
