import { AppError } from "../errors.ts";
import type { Gateway, ObjectType, PropertyDefinition } from "./crm.ts";

type Wanted = {
  readonly objectType: ObjectType;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};
type Group = { readonly name: string; readonly label: string };
type Problem = { readonly name: string; readonly problem: string };

/** Properties by `<object type>.<name>`. */
export type Provisioned = {
  readonly created: readonly string[];
  readonly repaired: readonly string[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

/** What became of one property; `null` for a success. */
type Outcome = { readonly name: string; readonly problem: string | null };

/**
 * Brings the portal's property definitions to what the catalogue says. Repeating it changes nothing.
 * Options that the portal added, and labels that it changed, stay. A property of another type, or one
 * that HubSpot refuses, is reported and sinks none of the others.
 */
export async function provision(
  gateway: Gateway,
  catalogue: readonly Wanted[],
  group: Group,
): Promise<Provisioned> {
  const creations: Outcome[] = [];
  const repairs: Outcome[] = [];
  for (const objectType of ["contacts", "companies", "deals"] as const) {
    const wanted = catalogue.filter((property) => property.objectType === objectType);
    if (wanted.length === 0) continue;
    const present = new Map((await gateway.properties(objectType)).map((p) => [p.name, p]));
    const missing = wanted.filter(({ name }) => !present.has(name));
    creations.push(...(await create(gateway, missing, group)));
    for (const property of wanted) {
      const there = present.get(property.name);
      if (there && needsRepair(there, property))
        repairs.push(await repair(gateway, there, property));
    }
  }
  const all = [...creations, ...repairs];
  const wentWell = (outcomes: readonly Outcome[]) =>
    outcomes.flatMap(({ name, problem }) => (problem === null ? [name] : []));
  return {
    created: wentWell(creations),
    repaired: wentWell(repairs),
    unchanged: catalogue.length - all.length,
    problems: all.flatMap(({ name, problem }) => (problem === null ? [] : [{ name, problem }])),
  };
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

function needsRepair(there: PropertyDefinition, wanted: Wanted): boolean {
  return conflict(there, wanted) !== null || missingOptions(there, wanted).length > 0;
}

async function repair(
  gateway: Gateway,
  there: PropertyDefinition,
  wanted: Wanted,
): Promise<Outcome> {
  const name = nameOf(wanted);
  const problem = conflict(there, wanted);
  if (problem !== null) return { name, problem };
  const added = missingOptions(there, wanted).map((option) => ({ ...option, hidden: false }));
  const options = [...there.options, ...added];
  const call = gateway.updatePropertyOptions(wanted.objectType, wanted.name, options);
  return { name, problem: await problemOf(call) };
}

function conflict(there: PropertyDefinition, wanted: Wanted): string | null {
  const cure = "rename or delete it in HubSpot, then install again";
  if (there.type !== wanted.type) return `is of type ${there.type}, not ${wanted.type}: ${cure}`;
  const isList = (fieldType: string) => fieldType === "checkbox";
  if (wanted.type === "enumeration" && isList(there.fieldType) !== isList(wanted.fieldType))
    return `is a ${there.fieldType} field, not ${wanted.fieldType}: ${cure}`;
  return null;
}

function missingOptions(there: PropertyDefinition, wanted: Wanted) {
  const values = new Set(there.options.map((option) => option.value));
  return (wanted.options ?? []).filter((option) => !values.has(option.value));
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
