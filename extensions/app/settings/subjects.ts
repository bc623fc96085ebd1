import type {
  Choice,
  FactChoice,
  Playbook,
  PropertiesAnswer,
  PropertyView,
} from "../../../src/view/settings-view.ts";

type OwnProperty = Playbook["properties"][number];

/** What a criterion may test: a fact, or a property of the portal's own. */
export type Subject = Choice & {
  readonly kind: FactChoice["kind"] | "date";
  /** Values to choose from; empty: any. */
  readonly values: readonly Choice[];
  /** To be added to the playbook's own properties when it is chosen. */
  readonly own: OwnProperty | null;
};

/** Facts first, then the portal's contact and company properties by label. */
export function subjectsOf(
  facts: readonly FactChoice[],
  properties: PropertiesAnswer | null,
  playbook: Playbook,
): readonly Subject[] {
  const { vocabulary } = playbook;
  const known = facts.map((fact): Subject => {
    const own = vocabulary[fact.value as keyof typeof vocabulary] ?? {};
    const added = Object.entries(own).map(([value, label]) => ({ value, label }));
    return { ...fact, values: [...fact.values, ...added], own: null };
  });
  const listed = properties
    ? [...of("contact", properties.contact), ...of("company", properties.company)]
    : [];
  const there = new Set(listed.map(({ value }) => value));
  const kept = playbook.properties.filter(({ id }) => !there.has(id)).map(missing);
  return [...known, ...kept, ...listed];
}

function of(type: "contact" | "company", properties: readonly PropertyView[]): readonly Subject[] {
  const where = type === "contact" ? "Contact" : "Company";
  return properties
    .map((property): Subject => {
      const kind = kindOf(property);
      const id = `${type}.${property.name}` as const;
      return {
        value: id,
        label: `${where}: ${property.label}`,
        kind: kind === "number" || kind === "date" ? kind : kind === "text" ? "text" : "choice",
        values: property.options,
        own: { id, label: property.label, kind },
      };
    })
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

function kindOf({ type, fieldType }: PropertyView): OwnProperty["kind"] {
  if (fieldType === "checkbox") return "choices";
  if (type === "enumeration" || type === "bool") return "choice";
  if (type === "number") return "number";
  return type === "date" || type === "datetime" ? "date" : "text";
}

/** Named by the playbook, and not in this portal's list. */
function missing(own: OwnProperty): Subject {
  const kind = own.kind === "number" || own.kind === "date" ? own.kind : "text";
  return { value: own.id, label: own.label, kind, values: [], own };
}

/** Of these properties, each once, those that a criterion tests: nothing else needs to be read. */
export function testedOf(
  properties: readonly OwnProperty[],
  { fit, intent }: Playbook,
): readonly OwnProperty[] {
  const tests = JSON.stringify([fit.criteria, intent.criteria]);
  return properties.filter(
    ({ id }, i) =>
      tests.includes(`"fact":${JSON.stringify(id)}`) &&
      properties.findIndex((each) => each.id === id) === i,
  );
}
