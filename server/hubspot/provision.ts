import { type Drift, definitionDrift } from "../../src/fields/definition-drift.ts";
import type { PropertyDefinition as Wanted } from "../../src/projection/property-definition.ts";
import { AppError } from "../errors.ts";
import type { Gateway, Lane, ObjectType, PropertyDefinition } from "./crm.ts";

type Group = { readonly name: string; readonly label: string };
type Problem = { readonly name: string; readonly problem: string };

/** Properties by `<object type>.<name>`. */
export type Provisioned = {
  readonly created: readonly string[];
  readonly repaired: readonly string[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

/** What is wanted of one type of record, what is there, and how they differ. */
type Look = {
  readonly objectType: ObjectType;
  readonly wanted: readonly Wanted[];
  readonly present: ReadonlyMap<string, PropertyDefinition>;
  readonly drifts: readonly Drift[];
};
/** What became of one property; `null` for a success. */
type Outcome = { readonly name: string; readonly problem: string | null };

/**
 * Brings the portal's property definitions to what the catalogue says. Repeating it changes nothing.
 * Options that the portal added, and labels that it changed, stay. A property of another type, or one
 * that HubSpot refuses, is reported and sinks none of the others. `scopes`: those the portal has
 * granted; without the one that a type needs, nothing of that type is tried.
 */
export async function provision(
  gateway: Gateway,
  catalogue: readonly Wanted[],
  group: Group,
  scopes: readonly string[] | null = null,
): Promise<Provisioned> {
  const outcomes: Outcome[] = [];
  const created: string[] = [];
  const repaired: string[] = [];
  for (const objectType of ["contacts", "companies", "deals"] as const) {
    const wanted = catalogue.filter((property) => property.objectType === objectType);
    if (wanted.length === 0) continue;
    const look = await lookAt(gateway, objectType, { wanted, group });
    const refusal = missingScope(look, scopes);
    if (refusal !== null) {
      outcomes.push(...refusal);
      continue;
    }
    const creations = await create(gateway, missingOf(look), group);
    created.push(...wentWell(creations));
    // What was archived comes back as it was, so the new ones are looked at once more.
    const after =
      creations.length === 0 ? look : await lookAt(gateway, objectType, { wanted, group });
    const repairs = await repairAll(gateway, after, new Set(created));
    repaired.push(...wentWell(repairs).filter((name) => !created.includes(name)));
    outcomes.push(...creations, ...repairs);
  }
  const problems = outcomes.flatMap(({ name, problem }) =>
    problem === null ? [] : [{ name, problem }],
  );
  const touched = new Set(outcomes.map(({ name }) => name));
  return { created, repaired, unchanged: catalogue.length - touched.size, problems };
}

/** What `provision` would find and do, without doing it. */
export async function drySurvey(
  gateway: Gateway,
  catalogue: readonly Wanted[],
  group: Group,
  lane: Lane = "interactive",
): Promise<readonly Drift[]> {
  const drifts: Drift[] = [];
  for (const objectType of ["contacts", "companies", "deals"] as const) {
    const wanted = catalogue.filter((property) => property.objectType === objectType);
    if (wanted.length > 0)
      drifts.push(...(await lookAt(gateway, objectType, { wanted, group, lane })).drifts);
  }
  return drifts;
}

async function lookAt(
  gateway: Gateway,
  objectType: ObjectType,
  look: { readonly wanted: readonly Wanted[]; readonly group: Group; readonly lane?: Lane },
): Promise<Look> {
  const { wanted, group, lane } = look;
  const there = await gateway.properties(objectType, lane);
  const present = new Map(there.map((p) => [p.name, p]));
  const drifts = wanted.flatMap((each) =>
    definitionDrift(each, present.get(each.name) ?? null, group.name),
  );
  return { objectType, wanted, present, drifts };
}

function missingScope(look: Look, scopes: readonly string[] | null): readonly Outcome[] | null {
  const scope = `crm.schemas.${look.objectType}.write`;
  if (scopes === null || scopes.includes(scope)) return null;
  const names = look.drifts
    .filter(({ remedy }) => remedy === "repair")
    .map((each) => each.property);
  const problem = `needs the scope ${scope}: install the app again and grant it`;
  return [...new Set(names)].map((name) => ({ name, problem }));
}

function missingOf({ wanted, present }: Look): readonly Wanted[] {
  return wanted.filter(({ name }) => !present.has(name));
}

async function create(
  gateway: Gateway,
  missing: readonly Wanted[],
  group: Group,
): Promise<readonly Outcome[]> {
  const [first] = missing;
  if (!first) return [];
  const { objectType } = first;
  await gateway.createPropertyGroup(objectType, group);
  const definitions = missing.map((property) => definitionOf(property, group.name));
  const refusal = await problemOf(gateway.createProperties(objectType, definitions));
  if (refusal === null)
    return missing.map((property) => ({ name: nameOf(property), problem: null }));
  const outcomes: Outcome[] = [];
  for (const property of missing) {
    const alone = [definitionOf(property, group.name)];
    const problem = await problemOf(gateway.createProperties(objectType, alone));
    outcomes.push({ name: nameOf(property), problem });
  }
  return outcomes;
}

async function repairAll(
  gateway: Gateway,
  look: Look,
  created: ReadonlySet<string>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { property: name, kind, remedy, sentence } of look.drifts) {
    if (remedy === "blocked" && !created.has(name)) outcomes.push({ name, problem: sentence });
    if (kind !== "options_missing") continue;
    const wanted = look.wanted.find((each) => nameOf(each) === name);
    const there = wanted && look.present.get(wanted.name);
    if (wanted && there) outcomes.push(await addOptions(gateway, there, wanted));
  }
  return outcomes;
}

async function addOptions(
  gateway: Gateway,
  there: PropertyDefinition,
  wanted: Wanted,
): Promise<Outcome> {
  const values = new Set(there.options.map((option) => option.value));
  const added = (wanted.options ?? [])
    .filter((option) => !values.has(option.value))
    .map((option) => ({ ...option, hidden: false }));
  const options = [...there.options, ...added];
  const call = gateway.updatePropertyOptions(wanted.objectType, wanted.name, options);
  return { name: nameOf(wanted), problem: await problemOf(call) };
}

function wentWell(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ name, problem }) => (problem === null ? [name] : []));
}

/** A refusal concerns this property; anything else concerns the installation and is thrown. */
async function problemOf(call: Promise<void>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "hubspot_rejected") throw error;
    return `HubSpot refused it: ${String(error.context["words"] ?? error.message)}`;
  }
}

function nameOf({ objectType, name }: Wanted): string {
  return `${objectType}.${name}`;
}

function definitionOf(wanted: Wanted, groupName: string): Omit<PropertyDefinition, "archived"> {
  const { name, label, description, type, fieldType, options = [] } = wanted;
  const visible = options.map((option) => ({ ...option, hidden: false }));
  return { name, label, description, groupName, type, fieldType, options: visible };
}
