import type { PropertyDefinition as Wanted } from "../projection/property-definition.ts";

/** A property as a portal defines it, as far as drift is concerned. */
export type Defined = {
  readonly name: string;
  readonly label: string;
  readonly groupName: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly hidden: boolean;
  }[];
};

/**
 * How a portal's definition differs from ours.
 * - `missing`, `options_missing`: repaired; a property that was archived comes back with its values;
 * - `type`: nothing but deleting or renaming it in HubSpot helps;
 * - the others are the portal's to choose, and are told.
 */
export type Drift = {
  /** `<object type>.<name>`. */
  readonly property: string;
  readonly kind:
    | "missing"
    | "options_missing"
    | "type"
    | "label"
    | "group"
    | "option_labels"
    | "options_hidden"
    | "options_added";
  readonly remedy: "repair" | "blocked" | "none";
  readonly sentence: string;
  /** Values of the options that it is about. */
  readonly options: readonly string[];
};

/** Every difference between our definition of one property and the portal's; `null`: it has none. */
export function definitionDrift(
  wanted: Wanted,
  there: Defined | null,
  groupName: string,
): readonly Drift[] {
  const property = `${wanted.objectType}.${wanted.name}`;
  const drift = (kind: Drift["kind"], remedy: Drift["remedy"], sentence: string): Drift => ({
    property,
    kind,
    remedy,
    sentence,
    options: [],
  });
  if (there === null)
    return [drift("missing", "repair", "It is not there, or was archived: it is created again.")];
  const conflict = conflictOf(wanted, there);
  if (conflict !== null) return [drift("type", "blocked", conflict)];
  return [
    ...optionDrift(wanted, there).map((each) => ({ property, ...each })),
    ...(there.label === wanted.label
      ? []
      : [drift("label", "none", `It is called “${there.label}” here, and goes on being so.`)]),
    ...(there.groupName === groupName
      ? []
      : [drift("group", "none", `It stands in the group “${there.groupName}”.`)]),
  ];
}

function conflictOf(wanted: Wanted, there: Defined): string | null {
  const cure = "rename or delete it in HubSpot, then install again";
  if (there.type !== wanted.type) return `is of type ${there.type}, not ${wanted.type}: ${cure}`;
  const isList = (fieldType: string) => fieldType === "checkbox";
  if (wanted.type === "enumeration" && isList(there.fieldType) !== isList(wanted.fieldType))
    return `is a ${there.fieldType} field, not ${wanted.fieldType}: ${cure}`;
  return null;
}

function optionDrift(wanted: Wanted, there: Defined): readonly Omit<Drift, "property">[] {
  const ours = wanted.options ?? [];
  const present = new Map(there.options.map((option) => [option.value, option]));
  const named = (options: readonly { readonly value: string; readonly label: string }[]) =>
    options.map(({ label }) => `“${label}”`).join(", ");
  const missing = ours.filter(({ value }) => !present.has(value));
  const hidden = ours.filter(({ value }) => present.get(value)?.hidden === true);
  const renamed = ours.filter(({ value, label }) => (present.get(value)?.label ?? label) !== label);
  const added =
    wanted.role === "input"
      ? there.options.filter(({ value }) => !ours.some((option) => option.value === value))
      : [];
  const found = [
    ["options_missing", "repair", missing, `Options are missing and are added: ${named(missing)}.`],
    [
      "options_hidden",
      "none",
      hidden,
      `Options are hidden, so that nobody can choose them: ${named(hidden)}.`,
    ],
    ["option_labels", "none", renamed, `Options have other labels here: ${named(renamed)}.`],
    [
      "options_added",
      "none",
      added,
      `Options were added that decisions do not know: ${named(added)}. Say what they mean, or make them values of your own.`,
    ],
  ] as const;
  return found.flatMap(([kind, remedy, options, sentence]) =>
    options.length === 0
      ? []
      : [{ kind, remedy, sentence, options: options.map(({ value }) => value) }],
  );
}
