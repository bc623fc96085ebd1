import type { Abbreviations } from "../phrases.ts";

/** Short forms found in job titles, and slips of the pen in words too short to be corrected by rule. */
export const titleAbbreviations: Abbreviations = {
  mgr: "manager",
  mngr: "manager",
  manger: "manager",
  mgmt: "management",
  dir: "director",
  coord: "coordinator",
  admin: "administrator",
  admins: "administrator",
  op: "operation",
  ops: "operation",
  offcr: "officer",
  ofcr: "officer",
  ofc: "office",
  offcer: "officer",
  oficer: "officer",
  svc: "service",
  svcs: "service",
  rep: "representative",
  asst: "assistant",
  assoc: "associate",
  supv: "supervisor",
  supvr: "supervisor",
  spec: "specialist",
  exec: "executive",
  dept: "department",
  dep: "department",
  div: "division",
  info: "information",
  ambul: "ambulatory",
  rev: "revenue",
  fin: "finance",
  proc: "procurement",
  purch: "purchasing",
  pract: "practice",
  practise: "practice",
  pharm: "pharmacy",
  rad: "radiology",
  med: "medical",
  tech: "technician",
  cheif: "chief",
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
  dr: "doctor",
  obgyn: "ob",
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
  /\b(?:c[efiomnt]o|president|director)['’]?s?\s+(?:assistant|asst)\b/iu,
  /\bea,/iu,
  /\boffice\s+of\s+the\b/iu,
  /\bchief\s+of\s+staff,?\s+(?:to|for)\b/iu,
  /\b(?:student(?!s?\s+health)|intern|internship|candidate|applicant|aspiring|seeking|seeker|unemployed|volunteer)\b/iu,
  /\b(?:resident(?!s?\s+(?:care|life|services?))|pgy-?\d)\b/iu,
  /\b(?:looking\s+for|open\s+to\s+work|between\s+jobs|in\s+transition)\b/iu,
  /[\s,(-](?:retired|emeritus|emerita)\W*$/iu,
];

/** What somebody no longer is, up to the next punctuation. */
export const pastOffice =
  /(?<![\p{L}])(?:former|formerly|ex|retired|previous|previously|past|emeritus|outgoing)(?![\p{L}])[^,;|()]*/giu;

/** Two titles in one are written with these between them; a comma only goes on about the same one. */
export const betweenTitles = /[/&+|;]|\band\b/iu;
