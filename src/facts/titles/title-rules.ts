import type { OrganizationType, RoleId } from "../vocabulary.ts";
import type { Rank } from "./title-words.ts";

/**
 * What words of a title say about a role. Rules of a later `tier` speak only when no earlier one
 * does; a longer phrase hides the shorter ones inside it, so a rule without roles masks.
 */
export type TitleRule = {
  /** Separated by commas. */
  readonly phrases: string;
  readonly tier: 1 | 2 | 3 | 4;
  readonly roles: Readonly<Partial<Record<Rank, RoleId>>>;
  /** Holds only at these organisations, or beside one of these words. */
  readonly only?: { readonly at: readonly OrganizationType[]; readonly beside: string };
  /** Never beside one of these words. */
  readonly unless?: string;
  /** A "manager" in these words manages nobody. */
  readonly hidesRank?: true;
  /** Where `only` does not hold and the place is not known, the role is probable. */
  readonly elseProbable?: true;
  /** Names an office in full: what else is said of it only says where it is held. */
  readonly isWholeOffice?: true;
  /** Coordinators and technicians in this trade have no part in a purchase. */
  readonly isOtherTrade?: true;
  /** Held by physicians only. */
  readonly isPhysician?: true;
};

export const providers: readonly OrganizationType[] = [
  "health_system",
  "academic_medical_center",
  "hospital",
  "critical_access_hospital",
  "specialty_hospital",
  "independent_practice",
  "multispecialty_group",
  "ambulatory_surgery_center",
  "fqhc",
  "rural_health_clinic",
  "urgent_care",
  "imaging_center",
  "behavioral_health",
  "long_term_care",
  "home_health",
  "aco",
];
/** Where the administrator is at the head of the house. */
export const hospitals: readonly OrganizationType[] = [
  "health_system",
  "academic_medical_center",
  "hospital",
  "critical_access_hospital",
  "specialty_hospital",
  "long_term_care",
];
/** Small enough that an administrator or an owner runs the place. */
export const clinics: readonly OrganizationType[] = [
  "independent_practice",
  "multispecialty_group",
  "ambulatory_surgery_center",
  "rural_health_clinic",
  "urgent_care",
  "imaging_center",
  "behavioral_health",
  "dental",
  "home_health",
];

export const clinicalWords = "md, do, mbbs, physician, surgeon, medical, medical affair, clinical";

/** The same role whatever the rank. */
export function whatever(role: RoleId): TitleRule["roles"] {
  return { executive: role, lead: role, expert: role, staff: role, bare: role };
}

/** The role for those who lead; the others who do the work use the product. */
export function leading(role: RoleId): TitleRule["roles"] {
  return { executive: role, lead: role, expert: "end_user", staff: "end_user" };
}
