import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { PropertyDefinition, PropertyType } from "./property-definition.ts";

/** What somebody demands of a property's values beyond their type; choices have options instead. */
export type ValueRule = {
  readonly ruleType: RuleType;
  readonly ruleArguments: readonly string[];
  readonly shouldApplyNormalization: boolean;
};

type RuleType = keyof typeof rules;

type Check = (value: string, args: readonly string[]) => boolean;
type Rule = { readonly types: readonly PropertyType[]; readonly holds: Check };

const text: readonly PropertyType[] = ["string", "phone_number"];
const numbers: readonly PropertyType[] = ["number"];
const dates: readonly PropertyType[] = ["date"];
const instants: readonly PropertyType[] = ["datetime"];

const rules = {
  ALPHANUMERIC: { types: text, holds: (value, [kind = ""]) => characters(kind).test(value) },
  DAYS_OF_WEEK: {
    types: [...dates, ...instants],
    holds: (value, days) => days.includes(day(value)),
  },
  DECIMAL: {
    types: numbers,
    holds: (value, [places]) => (value.split(".")[1] ?? "").length <= Number(places),
  },
  DOMAIN: { types: text, holds: (value) => domain.test(value) },
  EMAIL: { types: text, holds: (value) => email.test(value) },
  EMAIL_ALLOWED_DOMAINS: { types: text, holds: (value, hosts) => hosts.includes(mailHost(value)) },
  EMAIL_BLOCKED_DOMAINS: { types: text, holds: (value, hosts) => !hosts.includes(mailHost(value)) },
  END_DATE: { types: dates, holds: (value, [at]) => Date.parse(value) <= Number(at) },
  END_DATETIME: { types: instants, holds: (value, [at]) => Date.parse(value) <= Number(at) },
  FORMAT: { types: text, holds: (value, [kind]) => hasCase(value, kind) },
  MAX_LENGTH: { types: text, holds: (value, [most]) => value.length <= Number(most) },
  MAX_NUMBER: { types: numbers, holds: (value, [most]) => Number(value) <= Number(most) },
  MIN_LENGTH: { types: text, holds: (value, [least]) => value.length >= Number(least) },
  MIN_NUMBER: { types: numbers, holds: (value, [least]) => Number(value) >= Number(least) },
  REGEX: { types: text, holds: (value, [pattern = ""]) => new RegExp(pattern, "u").test(value) },
  SPECIAL_CHARACTERS: { types: text, holds: (value) => /^[\p{L}\p{N}\s]*$/u.test(value) },
  START_DATE: { types: dates, holds: (value, [at]) => Date.parse(value) >= Number(at) },
  START_DATETIME: { types: instants, holds: (value, [at]) => Date.parse(value) >= Number(at) },
  URL: { types: text, holds: (value) => host(value) !== undefined },
  URL_ALLOWED_DOMAINS: { types: text, holds: (value, hosts) => isUnder(value, hosts) },
  URL_BLOCKED_DOMAINS: { types: text, holds: (value, hosts) => !isUnder(value, hosts) },
  WHITESPACE: {
    types: text,
    holds: (value, [kind]) => (kind === "TRIM" ? value === value.trim() : !/\s/.test(value)),
  },
} satisfies Readonly<Record<string, Rule>>;

/** HubSpot has these; the sandbox does not keep them. */
const notHere = new Set([
  "AFTER_DATETIME_DURATION",
  "AFTER_DURATION",
  "BEFORE_DATETIME_DURATION",
  "BEFORE_DURATION",
  "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE",
]);

export function requireRuleType(name: string): RuleType {
  if (name in rules) return name as RuleType;
  if (notHere.has(name))
    throw Problem.unsupported(`The sandbox does not keep rules of type ${name}`);
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
  if (!rules[rule.ruleType].types.includes(definition.type)) {
    throw Problem.validation(
      `A rule of type ${rule.ruleType} can't be set for a property of type ${definition.type}`,
    );
  }
  const others = rulesOf(portal, type, definition.name).filter(
    ({ ruleType }) => ruleType !== rule.ruleType,
  );
  portal.valueRules.set(`${type}/${definition.name}`, [...others, rule]);
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
    const { holds }: Rule = rules[rule.ruleType];
    return !holds(value, rule.ruleArguments);
  });
}

const domain = /^([\w-]+\.)+[a-z]{2,}$/i;
const email = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const dayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

function characters(kind: string): RegExp {
  if (kind === "ALPHA_ONLY") return /^\p{L}*$/u;
  if (kind === "NUMERIC_ONLY") return /^\d*$/;
  return /^[\p{L}\d]*$/u;
}

function hasCase(value: string, kind: string | undefined): boolean {
  if (kind === "UPPER") return value === value.toUpperCase();
  if (kind === "LOWER") return value === value.toLowerCase();
  return value.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word));
}

function day(value: string): string {
  return dayNames[new Date(value).getUTCDay()] ?? "";
}

function mailHost(value: string): string {
  return value.split("@")[1]?.toLowerCase() ?? "";
}

function host(value: string): string | undefined {
  return URL.canParse(value) ? new URL(value).hostname : undefined;
}

function isUnder(value: string, hosts: readonly string[]): boolean {
  const own = host(value) ?? "";
  return hosts.some((each) => own === each || own.endsWith(`.${each}`));
}
