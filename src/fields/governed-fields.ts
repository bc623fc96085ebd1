import type { PropertyName } from "../facts/contact-facts.ts";
import type { VocabularyId } from "../facts/vocabulary.ts";
import type { Playbook } from "../playbook/playbook.ts";

/** The fields that decisions depend on and whose values have one agreed spelling. */
export type FieldId = VocabularyId | "role";
export const fieldIds = [
  "organizationType",
  "specialty",
  "serviceInterest",
  "careSetting",
  "role",
] as const satisfies readonly FieldId[];

export type GovernedField = {
  readonly id: FieldId;
  /** Our own choice properties, which hold the agreed values; a field may have none. */
  readonly targets: readonly PropertyName[];
  /** Whether one record may have several values. */
  readonly several: boolean;
};

export const governedFields: Readonly<Record<FieldId, GovernedField>> = {
  organizationType: {
    id: "organizationType",
    targets: ["contact.medqual_organization_type", "company.medqual_organization_type"],
    several: false,
  },
  specialty: { id: "specialty", targets: ["contact.medqual_specialty"], several: false },
  serviceInterest: {
    id: "serviceInterest",
    targets: ["contact.medqual_service_interest"],
    several: true,
  },
  careSetting: { id: "careSetting", targets: [], several: true },
  role: { id: "role", targets: ["contact.medqual_committee_role"], several: true },
};

/** Job titles and HubSpot's own stances have rules of their own: they are no spellings of a role. */
const otherwiseRead: readonly string[] = ["contact.jobtitle", "contact.hs_buying_role"];

/** Where people, forms and imports write a field: what the playbook reads it from, but our own properties. */
export function sourcesOfField(playbook: Pick<Playbook, "factSources">, id: FieldId) {
  const { targets } = governedFields[id];
  return playbook.factSources[id].filter(
    (name) => !otherwiseRead.includes(name) && !targets.some((target) => target === name),
  );
}

/** Our property for a field on records of this type; `null` where there is none. */
export function targetOf(id: FieldId, type: "contact" | "company"): string | null {
  const found = governedFields[id].targets.find((name) => name.startsWith(`${type}.`));
  return found === undefined ? null : found.slice(type.length + 1);
}
