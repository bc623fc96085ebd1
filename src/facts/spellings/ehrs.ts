/** Usual names of EHR systems, and how people write them. */
export const ehrSpellings: Readonly<Record<string, string>> = {
  Epic: "epic, epic community connect, epiccare",
  "Oracle Health": "oracle health, cerner, oracle cerner, cerner millennium",
  athenahealth: "athenahealth, athena, athenaone, athena health, athenanet",
  eClinicalWorks: "eclinicalworks, ecw, e clinical works, eclinical works",
  NextGen: "nextgen, next gen, nextgen healthcare",
  MEDITECH: "meditech, meditech expanse",
  ModMed: "modmed, modernizing medicine, ema modmed",
  Veradigm: "veradigm, allscripts",
  "Greenway Health": "greenway, greenway health, intergy, prime suite",
  "Practice Fusion": "practice fusion",
  DrChrono: "drchrono, dr chrono",
  AdvancedMD: "advancedmd, advanced md",
  TruBridge: "trubridge, cpsi, evident",
  none: "none, no ehr, paper, paper charts, we have none",
};

/** Answers that leave it open. */
export const ehrUnknown = "other, n a, na, unknown, not sure, in house, tbd, various, yes";
