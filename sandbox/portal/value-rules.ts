import { callingCodes } from "./calling-codes.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { PropertyDefinition } from "./property-definition.ts";
import { valueRuleTypes, type ValueRuleType } from "./value-rule-types.ts";

/** What somebody demands of a property's values beyond their type; choices have options instead. */
export type ValueRule = {
  readonly ruleType: RuleType;
  readonly ruleArguments: readonly string[];
  readonly shouldApplyNormalization: boolean;
};

type RuleType = keyof typeof valueRuleTypes;

export function requireRuleType(name: string): RuleType {
  if (name in valueRuleTypes) return name as RuleType;
  throw Problem.validation(`${name} is not a type of validation rule`);
}

export function rulesOf(portal: Portal, type: ObjectTypeId, name: string): readonly ValueRule[] {
  return portal.valueRules.get(`${type}/${name}`) ?? [];
}

/** Sets a rule, in place of another of its type. */
export function setRule(
  portal: Portal,
  { type, definition }: { readonly type: ObjectTypeId; readonly definition: PropertyDefinition },
  rule: ValueRule,
): void {
  const { types, takes }: ValueRuleType = valueRuleTypes[rule.ruleType];
  if (!types.includes(definition.type)) {
    throw Problem.validation(
      `A rule of type ${rule.ruleType} can't be set for a property of type ${definition.type}`,
    );
  }
  if (!takes(rule.ruleArguments)) {
    throw Problem.validation(
      `A rule of type ${rule.ruleType} does not take the arguments [${rule.ruleArguments.join(", ")}]`,
    );
  }
  refuseUnknownCountry(rule);
  const others = rulesOf(portal, type, definition.name).filter(
    ({ ruleType }) => ruleType !== rule.ruleType,
  );
  portal.valueRules.set(`${type}/${definition.name}`, [...others, rule]);
}

function refuseUnknownCountry({ ruleType, ruleArguments: [country] }: ValueRule): void {
  if (ruleType !== "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE" || country === undefined) return;
  if (callingCodes[country] !== undefined) return;
  throw Problem.unsupported(`The sandbox does not know the calling code of ${country}`);
}

/** The first rule a value breaks. */
export function brokenRule(
  portal: Portal,
  {
    type,
    name,
    value,
  }: { readonly type: ObjectTypeId; readonly name: string; readonly value: string },
): ValueRule | undefined {
  return rulesOf(portal, type, name).find((rule) => {
    const { holds }: ValueRuleType = valueRuleTypes[rule.ruleType];
    return !holds(value, rule.ruleArguments, portal.now());
  });
}
