import type { ChangeSource } from "./change.ts";
import { definitionOf } from "./definitions.ts";
import { judgeStage } from "./lifecycle.ts";
import type { ObjectTypeId } from "./object-type.ts";
import { profileOf, type Portal } from "./portal.ts";
import { Problem, type ErrorDetail } from "./problem.ts";
import type { PropertyDefinition } from "./property-definition.ts";
import { parseValue, type ParsedValue } from "./property-value.ts";
import { brokenRule, type ValueRule } from "./value-rules.ts";

/** Who writes, when, and whether HubSpot itself does (then read-only properties may be set). */
export type Write = {
  readonly source: ChangeSource;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly authority: "caller" | "portal";
  /** Whether what administrators made mandatory is asked for: from version 2026-09 on. */
  readonly enforced?: boolean;
};

export type RawValues = Readonly<Record<string, string>>;
type Target = { readonly type: ObjectTypeId; readonly id?: string; readonly values: Values };
type Values = Readonly<Record<string, string>>;

/**
 * Checks values for a record (an existing one has an id) and returns them as HubSpot would keep
 * them. One bad value refuses all.
 */
export function checkValues(
  portal: Portal,
  target: Target,
  { raw, write }: { readonly raw: RawValues; readonly write: Write },
): ReadonlyMap<string, string> {
  const checked = new Map<string, string>();
  const refused: Refused[] = [];
  for (const [name, rawValue] of Object.entries(raw)) {
    const result = checkValue(portal, target, { name, rawValue, write });
    if (result.kind === "invalid") refused.push({ name, rawValue, ...result });
    if (result.kind === "value") checked.set(name, result.value);
  }
  if (refused.length > 0) throw refusal(profileOf(portal).portalId, refused);
  refuseTaken(portal, target, checked);
  return checked;
}

type Refused = { readonly name: string; readonly rawValue: string } & Extract<
  ParsedValue,
  { kind: "invalid" }
>;

function checkValue(
  portal: Portal,
  target: Target,
  { name, rawValue, write }: { name: string; rawValue: string; write: Write },
): ParsedValue | { readonly kind: "ignored" } {
  const definition = definitionOf(portal, target.type, name);
  if (definition === undefined || definition.archivedAt !== undefined) {
    return invalid("PROPERTY_DOESNT_EXIST", `Property "${name}" does not exist`);
  }
  if (definition.readOnlyValue && write.authority === "caller") return readOnly(definition);
  const current = target.values[name];
  const parsed = parseValue(definition, rawValue, current);
  if (parsed.kind === "invalid" || parsed.value === "") return parsed;
  const owner = portal.owners.get(parsed.value);
  const isGone = owner === undefined || owner.archived === true;
  if (definition.referencedObjectType === "OWNER" && isGone && parsed.value !== current) {
    return invalid("INVALID_OWNER_ID", `Owner with id ${parsed.value} does not exist`);
  }
  const broken = brokenRule(portal, { type: target.type, name, value: parsed.value });
  if (broken !== undefined && write.authority === "caller") return breaks(name, broken);
  if (name === "lifecyclestage") return judgeStage(portal, definition, { current, ...parsed });
  return parsed;
}

function readOnly({ name, calculated }: PropertyDefinition): ParsedValue {
  const what = calculated ? "calculated" : "read only";
  return invalid("READ_ONLY_VALUE", `"${name}" is a ${what} property; its value cannot be set.`);
}

function breaks(name: string, { ruleType, ruleArguments }: ValueRule): ParsedValue {
  // The only code HubSpot has published.
  if (ruleType === "ALPHANUMERIC" && ruleArguments[0] === "ALPHA_ONLY") {
    return invalid("INVALID_ALPHA", "Enter only letters");
  }
  const [, own] = ruleType === "REGEX" ? ruleArguments : [];
  const message = `${name} does not meet the rule ${ruleType} [${ruleArguments.join(", ")}]`;
  return invalid("PROPERTY_VALIDATION_RULE", own ?? message);
}

function refuseTaken(portal: Portal, target: Target, checked: ReadonlyMap<string, string>): void {
  for (const [name, value] of checked) {
    if (value === "" || !isUnique(portal, target.type, name)) continue;
    const holder = portal.shelves[target.type].findByValue(name, value);
    if (holder === undefined || holder.id === target.id) continue;
    if (name === "email")
      throw Problem.conflict(`Contact already exists. Existing ID: ${holder.id}`);
    throw Problem.valueTaken(name, value, holder.id);
  }
}

/** Whether no two records of the type may share a value of the property. */
export function isUnique(portal: Portal, type: ObjectTypeId, name: string): boolean {
  if (type === "0-1" && name === "email") return true;
  return definitionOf(portal, type, name)?.hasUniqueValue === true;
}

function refusal(portalId: number, refused: readonly Refused[]): Problem {
  const items = refused.map(({ name, rawValue, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
    localizedErrorMessage: message,
    propertyValue: rawValue,
    portalId,
  }));
  const errors = refused.map(({ name, code, message }) => ({
    message,
    code,
    context: { propertyName: [name] },
  })) satisfies readonly ErrorDetail[];
  return Problem.validation(`Property values were not valid: ${JSON.stringify(items)}`, { errors });
}

function invalid(code: string, message: string): ParsedValue {
  return { kind: "invalid", code, message };
}
