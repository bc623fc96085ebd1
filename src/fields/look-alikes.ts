import { factLabels } from "../explain/fact-labels.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { AuditedType, PortalLook } from "./audit.ts";
import { type FieldId, fieldIds, governedFields } from "./governed-fields.ts";
import { fieldValues, judgeValue } from "./judge-value.ts";

export type LookAlike = {
  readonly field: FieldId;
  readonly objectType: AuditedType;
  readonly property: string;
  readonly because: string;
};

/** Names by which people call a field when they make a property of their own for it. */
const otherNames: Readonly<Record<FieldId, readonly string[]>> = {
  organizationType: [
    "organization type",
    "organisation type",
    "org type",
    "company type",
    "practice type",
    "facility type",
    "account type",
    "type of organization",
    "type of practice",
    "customer type",
  ],
  specialty: [
    "specialty",
    "speciality",
    "medical specialty",
    "clinical specialty",
    "practice specialty",
    "primary specialty",
    "provider specialty",
    "area of practice",
  ],
  serviceInterest: [
    "service interest",
    "interested in",
    "product interest",
    "area of interest",
    "solution of interest",
    "service of interest",
    "product of interest",
    "interest",
  ],
  careSetting: ["care setting", "setting of care", "site of care", "setting"],
  role: ["committee role", "organization role", "role in purchase", "decision role", "buyer role"],
};

/** A choice whose options mostly mean a field's values, of at least this many, is that field. */
const leastOptions = 3;
const leastShare = 0.6;

/**
 * Properties that mean a governed field though the playbook does not read them: by name, or because
 * most of their options mean its values.
 */
export function lookAlikes(
  { definitions }: Pick<PortalLook, "definitions">,
  playbook: Playbook,
): readonly LookAlike[] {
  const types = ["contacts", "companies"] as const;
  return types.flatMap((objectType) => {
    const prefix = objectType === "contacts" ? "contact" : "company";
    const read = new Set(
      fieldIds
        .flatMap((id) => [...playbook.factSources[id], ...governedFields[id].targets])
        .filter((name) => name.startsWith(`${prefix}.`))
        .map((name) => name.slice(prefix.length + 1)),
    );
    return definitions[objectType]
      .filter(({ name }) => !read.has(name) && !/^(?:hs_|medqual_)/u.test(name))
      .flatMap((definition): readonly LookAlike[] => {
        const found = fieldIds
          .map((field) => ({ field, because: likeness(definition, field, playbook) }))
          .find(({ because }) => because !== null);
        if (found?.because === undefined || found.because === null) return [];
        const { field, because } = found;
        return [{ field, objectType, property: definition.name, because }];
      });
  });
}

function likeness(
  { name, label, options }: PortalLook["definitions"]["contacts"][number],
  field: FieldId,
  playbook: Playbook,
): string | null {
  const names = otherNames[field].map(plain);
  if (names.includes(plain(label)) || names.includes(plain(name)))
    return `It is called “${label}”, as one calls ${factLabels[field].toLowerCase()}.`;
  if (options.length < leastOptions) return null;
  const values = new Set(
    options
      .map((option) => judgeValue(field, option, playbook))
      .flatMap((judged) =>
        judged.kind === "certain" || judged.kind === "canonical" ? [judged.value] : [],
      ),
  );
  values.delete("other");
  if (values.size < leastOptions || values.size / options.length < leastShare) return null;
  const known = Object.keys(fieldValues(field, playbook)).length;
  return `${values.size} of its ${options.length} options are among the ${known} values of ${factLabels[field].toLowerCase()}.`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, " ")
    .trim();
}
