import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem, type ErrorDetail } from "./problem.ts";

/** A property that an administrator of the portal made mandatory, in HubSpot's settings only. */
export type RequiredProperty = {
  readonly type: ObjectTypeId;
  readonly name: string;
  /** Without it for every new record; with it while another property has one of some values. */
  readonly when?: { readonly property: string; readonly values: readonly string[] };
};

export function makeRequired(portal: Portal, required: RequiredProperty): void {
  const { type, name, when } = required;
  portal.requiredProperties.set(`${type}/${name}/${when?.property ?? ""}`, required);
}

/** Makes a property optional again, with all its conditions; tells whether it was mandatory. */
export function dropRequired(portal: Portal, type: ObjectTypeId, name: string): boolean {
  const { requiredProperties: table } = portal;
  const keys = [...table.keys()].filter((key) => key.startsWith(`${type}/${name}/`));
  for (const key of keys) table.delete(key);
  return keys.length > 0;
}

/** Refuses values that leave out what the portal demands; what a record lacked before counts too. */
export function checkRequired(
  portal: Portal,
  type: ObjectTypeId,
  { after, isNew }: { readonly after: Readonly<Record<string, string>>; readonly isNew: boolean },
): void {
  const errors: ErrorDetail[] = [];
  for (const required of portal.requiredProperties.rows()) {
    if (required.type !== type || after[required.name] !== undefined) continue;
    const detail =
      required.when === undefined ? ofCreation(required, isNew) : ofRule(required, after);
    if (detail !== undefined) errors.push(detail);
  }
  const [first] = errors;
  if (first !== undefined) throw Problem.validation(first.message, { errors });
}

function ofCreation({ name }: RequiredProperty, isNew: boolean): ErrorDetail | undefined {
  if (!isNew) return undefined;
  return {
    message: `A value for ${name} must be provided`,
    code: "MISSING_REQUIRED_PROPERTY",
    context: { propertyName: [name] },
  };
}

function ofRule(
  { name, when }: RequiredProperty,
  after: Readonly<Record<string, string>>,
): ErrorDetail | undefined {
  if (when === undefined || !when.values.includes(after[when.property] ?? "")) return undefined;
  return {
    message: `${name} is required because of a conditional property rule based on [${when.property}]`,
    code: "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
    context: { propertyName: [name] },
  };
}
