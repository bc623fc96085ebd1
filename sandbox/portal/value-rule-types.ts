import { callingCodes } from "./calling-codes.ts";
import { movedBy, isPeriod } from "./period.ts";
import type { PropertyType } from "./property-definition.ts";

type Arguments = readonly string[];
export type ValueRuleType = {
  readonly types: readonly PropertyType[];
  /** Whether a rule may be set with these arguments. */
  readonly takes: (args: Arguments) => boolean;
  /** `now` in epoch milliseconds, for rules about how long ago or how far off something is. */
  readonly holds: (value: string, args: Arguments, now: number) => boolean;
};

const text: readonly PropertyType[] = ["string", "phone_number"];
const numbers: readonly PropertyType[] = ["number"];
const dates: readonly PropertyType[] = ["date"];
const instants: readonly PropertyType[] = ["datetime"];

const nothing = (args: Arguments) => args.length === 0;
const upTo20 = (args: Arguments) => args.length >= 1 && args.length <= 20;
const aPeriod = ([period = "", ...more]: Arguments) => more.length === 0 && isPeriod(period);
const anInstant = (args: Arguments) => args.length === 1 && /^-?\d{1,16}$/.test(args[0] ?? "");
const aNumber = (args: Arguments) => args.length === 1 && /^-?\d+(\.\d+)?$/.test(args[0] ?? "");
const whole = (least: number, most: number) => (args: Arguments) =>
  args.length === 1 &&
  /^\d+$/.test(args[0] ?? "") &&
  Number(args[0]) >= least &&
  Number(args[0]) <= most;
const oneOf =
  (...words: Arguments) =>
  (args: Arguments) =>
    args.length === 1 && words.includes(args[0] ?? "");
const perhaps = (takes: ValueRuleType["takes"]) => (args: Arguments) =>
  args.length === 0 || takes(args);

const dayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const domain = /^([\w-]+\.)+[a-z]{2,}$/i;
const email = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** The 27 types of rule HubSpot documents, with what their arguments may be. */
export const valueRuleTypes = {
  AFTER_DATETIME_DURATION: {
    types: instants,
    takes: aPeriod,
    holds: (value, [period = ""], now) => Date.parse(value) >= movedBy(now, period, 1),
  },
  AFTER_DURATION: {
    types: dates,
    takes: aPeriod,
    holds: (value, [period = ""], now) => Date.parse(value) >= movedBy(today(now), period, 1),
  },
  ALPHANUMERIC: {
    types: text,
    takes: oneOf("ALPHANUMERIC", "ALPHA_ONLY", "NUMERIC_ONLY"),
    holds: (value, [kind = ""]) => characters(kind).test(value),
  },
  BEFORE_DATETIME_DURATION: {
    types: instants,
    takes: aPeriod,
    holds: (value, [period = ""], now) => Date.parse(value) <= movedBy(now, period, -1),
  },
  BEFORE_DURATION: {
    types: dates,
    takes: aPeriod,
    holds: (value, [period = ""], now) => Date.parse(value) <= movedBy(today(now), period, -1),
  },
  DAYS_OF_WEEK: {
    types: [...dates, ...instants],
    takes: (args) => args.length > 0 && args.every((day) => dayNames.includes(day)),
    holds: (value, days) => days.includes(dayNames[new Date(value).getUTCDay()] ?? ""),
  },
  DECIMAL: {
    types: numbers,
    takes: whole(0, 20),
    holds: (value, [places]) => (value.split(".")[1] ?? "").length <= Number(places),
  },
  DOMAIN: { types: text, takes: nothing, holds: (value) => domain.test(value) },
  EMAIL: { types: text, takes: nothing, holds: (value) => email.test(value) },
  EMAIL_ALLOWED_DOMAINS: {
    types: text,
    takes: upTo20,
    holds: (value, hosts) => hosts.includes(mailHost(value)),
  },
  EMAIL_BLOCKED_DOMAINS: {
    types: text,
    takes: upTo20,
    holds: (value, hosts) => !hosts.includes(mailHost(value)),
  },
  END_DATE: {
    types: dates,
    takes: anInstant,
    holds: (value, [at]) => Date.parse(value) <= Number(at),
  },
  END_DATETIME: {
    types: instants,
    takes: anInstant,
    holds: (value, [at]) => Date.parse(value) <= Number(at),
  },
  FORMAT: {
    types: text,
    takes: oneOf("CAPITALIZATION", "UPPER", "LOWER"),
    holds: (value, [kind]) => hasCase(value, kind),
  },
  MAX_LENGTH: {
    types: text,
    takes: whole(1, 10_000),
    holds: (value, [most]) => value.length <= Number(most),
  },
  MAX_NUMBER: {
    types: numbers,
    takes: aNumber,
    holds: (value, [most]) => Number(value) <= Number(most),
  },
  MIN_LENGTH: {
    types: text,
    takes: whole(1, 10_000),
    holds: (value, [least]) => value.length >= Number(least),
  },
  MIN_NUMBER: {
    types: numbers,
    takes: aNumber,
    holds: (value, [least]) => Number(value) >= Number(least),
  },
  PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE: {
    types: text,
    takes: perhaps(([country = "", ...more]) => more.length === 0 && /^[a-z]{2}$/.test(country)),
    holds: (value, [country]) => isPhoneNumber(value, country),
  },
  REGEX: {
    types: text,
    takes: ([pattern = "", ...more]) => more.length <= 1 && isPattern(pattern),
    holds: (value, [pattern = ""]) => new RegExp(pattern, "u").test(value),
  },
  SPECIAL_CHARACTERS: {
    types: text,
    takes: oneOf("NOT_ALLOWED"),
    holds: (value) => /^[\p{L}\p{N}\s]*$/u.test(value),
  },
  START_DATE: {
    types: dates,
    takes: anInstant,
    holds: (value, [at]) => Date.parse(value) >= Number(at),
  },
  START_DATETIME: {
    types: instants,
    takes: anInstant,
    holds: (value, [at]) => Date.parse(value) >= Number(at),
  },
  URL: { types: text, takes: nothing, holds: (value) => host(value) !== undefined },
  URL_ALLOWED_DOMAINS: {
    types: text,
    takes: upTo20,
    holds: (value, hosts) => isUnder(value, hosts),
  },
  URL_BLOCKED_DOMAINS: {
    types: text,
    takes: upTo20,
    holds: (value, hosts) => !isUnder(value, hosts),
  },
  WHITESPACE: {
    types: text,
    takes: perhaps(oneOf("ALL", "TRIM")),
    holds: (value, [kind]) => (kind === "TRIM" ? value === value.trim() : !/\s/.test(value)),
  },
} satisfies Readonly<Record<string, ValueRuleType>>;

function today(now: number): number {
  return new Date(now).setUTCHours(0, 0, 0, 0);
}

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

/** A number that says its country: `+`, the calling code, and as many digits as E.164 allows. */
function isPhoneNumber(value: string, country: string | undefined): boolean {
  const digits = value.replace(/[\s().-]/g, "");
  if (!/^\+[1-9]\d{6,14}$/.test(digits)) return false;
  return country === undefined || digits.startsWith(`+${callingCodes[country] ?? ""}`);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}
