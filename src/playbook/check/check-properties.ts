import { type Test, testsOf } from "../../criteria/criterion.ts";
import { isPropertyName } from "../../facts/own-properties.ts";
import type { OwnProperty, Playbook } from "../playbook.ts";
import { didYouMean } from "./nearest.ts";
import { duplicateIds, error, type Path, type Problem, warning } from "./problem.ts";

/** A property as HubSpot defines it; `type` is HubSpot's own word. */
export type PortalProperty = {
  readonly name: string;
  readonly type: string;
  readonly fieldType?: string;
  readonly options: readonly string[];
};
/** The properties that a portal has. */
export type PortalProperties = {
  readonly contact: readonly PortalProperty[];
  readonly company: readonly PortalProperty[];
};

/** Problems of the properties that the playbook names, as far as they are seen without the portal. */
export function checkNames(playbook: Playbook): readonly Problem[] {
  const { properties, sources, factSources } = playbook;
  const named = [
    ...properties.map(({ id }, i) => ({
      name: id as string,
      path: ["properties", i, "id"] as Path,
    })),
    ...sources.map(({ property }, i) => ({
      name: property,
      path: ["sources", i, "property"] as Path,
    })),
    ...sourcesOf(factSources),
  ];
  return [
    ...duplicateIds(properties, ["properties"]),
    ...duplicateIds(sources, ["sources"]),
    ...named
      .filter(({ name }) => !/^(?:contact|company)\.[a-z0-9_]+$/u.test(name))
      .map(({ name, path }) =>
        error(
          path,
          `“${name}” names no property.`,
          "Write contact.<name> or company.<name>, with the property's internal name.",
        ),
      ),
    ...checkUnused(playbook),
  ];
}

function checkUnused({ properties, fit, intent }: Playbook): readonly Problem[] {
  const tested = new Set(
    [...fit.criteria, ...intent.criteria].flatMap(testsOf).map(({ fact }) => fact),
  );
  return properties.flatMap(({ id, label }, i) =>
    tested.has(id)
      ? []
      : [
          warning(
            ["properties", i],
            `No criterion tests “${label}”.`,
            "Remove it: what is not needed is not read.",
          ),
        ],
  );
}

/**
 * Problems that only the portal's own list of properties shows. A fact or source that is read from
 * several properties may name some that this portal does not have.
 */
export function checkAgainstPortal(
  playbook: Playbook,
  portal: PortalProperties,
): readonly Problem[] {
  const { properties, sources, factSources } = playbook;
  const find = (name: string) => propertyIn(portal, name);
  const unknown = (name: string) =>
    [`This portal has no property “${name}”.`, didYouMean(name, namesIn(portal, name))] as const;
  return [
    ...properties.flatMap((own, i): readonly Problem[] => {
      const found = find(own.id);
      if (found === undefined) return [error(["properties", i, "id"], ...unknown(own.id))];
      return checkType(own, found, ["properties", i, "kind"]);
    }),
    ...sources.flatMap(({ property }, i) =>
      find(property) === undefined
        ? [warning(["sources", i, "property"], ...unknown(property))]
        : [],
    ),
    ...Object.entries(factSources).flatMap(([fact, names]): readonly Problem[] => {
      if (names.length === 0 || names.some((name) => find(name) !== undefined)) return [];
      return [
        warning(
          ["factSources", fact],
          `This portal has none of the properties that ${fact} is read from.`,
          didYouMean(names[0] ?? "", namesIn(portal, names[0] ?? "")),
        ),
      ];
    }),
    ...checkOptions(playbook, portal),
  ];
}

/** Options that a choice of this portal does not have. */
function checkOptions({ fit, intent }: Playbook, portal: PortalProperties): readonly Problem[] {
  const inDimension = (dimension: "fit" | "intent", criteria: Playbook["fit"]["criteria"]) =>
    criteria.flatMap((criterion, i) =>
      testsOf(criterion).flatMap((test) => checkTest(test, [dimension, "criteria", i], portal)),
    );
  return [...inDimension("fit", fit.criteria), ...inDimension("intent", intent.criteria)];
}

function checkTest({ fact, condition }: Test, path: Path, portal: PortalProperties) {
  const options = isPropertyName(fact) ? (propertyIn(portal, fact)?.options ?? []) : [];
  const isEquality = condition.operator === "EQ" || condition.operator === "NEQ";
  const values = "values" in condition ? condition.values : isEquality ? [condition.value] : [];
  return values
    .map(String)
    .filter((value) => options.length > 0 && !options.includes(value))
    .map((value) =>
      error(path, `“${value}” is not an option of ${fact}.`, didYouMean(value, options)),
    );
}

const kinds: Readonly<Record<string, OwnProperty["kind"]>> = {
  string: "text",
  phone_number: "text",
  number: "number",
  date: "date",
  datetime: "date",
  enumeration: "choice",
  bool: "choice",
};

function checkType(own: OwnProperty, found: PortalProperty, path: Path): readonly Problem[] {
  const kind = found.fieldType === "checkbox" ? "choices" : kinds[found.type];
  if (kind === undefined || kind === own.kind) return [];
  return [
    error(
      path,
      `“${own.label}” is a ${kind} in this portal, not a ${own.kind}.`,
      `Set its kind to ${kind}.`,
    ),
  ];
}

function propertyIn(portal: PortalProperties, source: string): PortalProperty | undefined {
  return listOf(portal, source).find(({ name }) => name === source.slice(source.indexOf(".") + 1));
}

function namesIn(portal: PortalProperties, source: string): readonly string[] {
  const prefix = source.startsWith("company.") ? "company" : "contact";
  return listOf(portal, source).map(({ name }) => `${prefix}.${name}`);
}

function listOf(portal: PortalProperties, source: string): readonly PortalProperty[] {
  return source.startsWith("company.") ? portal.company : portal.contact;
}

function sourcesOf(factSources: Playbook["factSources"]) {
  return Object.entries(factSources).flatMap(([fact, names]) =>
    names.map((name, i) => ({ name, path: ["factSources", fact, i] as Path })),
  );
}
