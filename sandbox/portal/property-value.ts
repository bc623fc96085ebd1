import type { PropertyDefinition } from "./property-definition.ts";

/** A value as HubSpot keeps it, or what it says against the one it was given. `""` means "cleared". */
export type ParsedValue =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "invalid"; readonly code: string; readonly message: string };

const longestString = 65_536;
const dayMs = 86_400_000;

/**
 * Checks a raw value against a property's type and options and puts it into HubSpot's form.
 * `current` is what the property holds, for values that add to it (`;A`).
 */
export function parseValue(
  definition: PropertyDefinition,
  raw: string,
  current: string | undefined,
): ParsedValue {
  if (raw === "") return { kind: "value", value: "" };
  const isText = definition.type === "string" || definition.type === "phone_number";
  if (!isText && hasSpaceAround(definition, raw)) {
    const message = `"${raw}" includes leading or trailing whitespace.`;
    return invalid("LEADING_TRAILING_WHITESPACE", message);
  }
  switch (definition.type) {
    case "number":
      return parseNumber(raw);
    case "bool":
      return parseBool(definition, raw);
    case "date":
      return parseDate(raw);
    case "datetime":
      return parseDatetime(raw);
    case "enumeration":
      return parseChoice(definition, raw, current);
    case "string":
    case "phone_number":
      return definition.name === "email" && definition.hubspotDefined
        ? parseEmail(raw)
        : parseText(raw);
  }
}

/** Of any of several choices too; invisible characters count as space. */
function hasSpaceAround({ fieldType }: PropertyDefinition, raw: string): boolean {
  const parts = fieldType === "checkbox" ? raw.split(";") : [raw];
  return parts.some((part) => /^[\s\u200B-\u200D\u2060]|[\s\u200B-\u200D\u2060]$/u.test(part));
}

function parseText(raw: string): ParsedValue {
  if (raw.length <= longestString) return { kind: "value", value: raw };
  return invalid(
    "PROPERTY_VALUE_TOO_LONG",
    `The value is longer than ${longestString} characters.`,
  );
}

function parseEmail(raw: string): ParsedValue {
  const value = raw.trim().toLowerCase();
  if (/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(value)) return { kind: "value", value };
  return invalid("INVALID_EMAIL", `Email address ${raw} is invalid`);
}

function parseNumber(raw: string): ParsedValue {
  const text = raw;
  const value = Number(text);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) || !Number.isFinite(value)) {
    return invalid("INVALID_INTEGER", `${raw} was not a valid number.`);
  }
  // Beyond what a double holds exactly, the digits given are worth more than the number read.
  return { kind: "value", value: Number.isSafeInteger(Math.trunc(value)) ? String(value) : text };
}

function parseBool(definition: PropertyDefinition, raw: string): ParsedValue {
  const value = raw.toLowerCase();
  if (value === "true" || value === "false") return { kind: "value", value };
  return invalidOption(definition, raw);
}

function parseDate(raw: string): ParsedValue {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? Date.parse(raw) : epochMs(raw);
  // HubSpot refuses a date that is not midnight UTC.
  if (Number.isNaN(time) || time % dayMs !== 0) {
    return invalid("INVALID_DATE", `${raw} was not a valid date.`);
  }
  const value = new Date(time).toISOString().slice(0, 10);
  if (raw.includes("-", 1) && value !== raw) {
    return invalid("INVALID_DATE", `${raw} was not a valid date.`);
  }
  return { kind: "value", value };
}

function parseDatetime(raw: string): ParsedValue {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;
  const time = iso.test(raw) ? Date.parse(raw) : epochMs(raw);
  if (Number.isNaN(time)) return invalid("INVALID_LONG", `${raw} was not a valid long.`);
  return { kind: "value", value: new Date(time).toISOString() };
}

/** NaN when the text is not a number of milliseconds a date can hold. */
function epochMs(raw: string): number {
  return /^-?\d{1,16}$/.test(raw) ? new Date(Number(raw)).getTime() : NaN;
}

function parseChoice(
  definition: PropertyDefinition,
  raw: string,
  current: string | undefined,
): ParsedValue {
  // Owners and other references are checked by whoever knows the records they point at.
  if (definition.externalOptions) return { kind: "value", value: raw };
  const several = definition.fieldType === "checkbox";
  const chosen = several ? raw.split(";").filter((part) => part !== "") : [raw];
  const allowed = new Set(definition.options.map(({ value }) => value));
  const wrong = chosen.find((part) => !allowed.has(part));
  if (wrong !== undefined) return invalidOption(definition, wrong);
  const kept = several && raw.startsWith(";") && current !== undefined ? current.split(";") : [];
  return { kind: "value", value: [...new Set([...kept, ...chosen])].join(";") };
}

function invalidOption(definition: PropertyDefinition, raw: string): ParsedValue {
  const allowed = definition.options.map(
    ({ label, value }) => `label: "${label}" value: "${value}"`,
  );
  return invalid(
    "INVALID_OPTION",
    `${raw} was not one of the allowed options: [${allowed.join(", ")}]`,
  );
}

function invalid(code: string, message: string): ParsedValue {
  return { kind: "invalid", code, message };
}
