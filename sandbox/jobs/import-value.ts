import type { Portal } from "../portal/portal.ts";
import type { PropertyDefinition } from "../portal/property-definition.ts";
import type { ImportRequest } from "./import-request.ts";

type DateFormat = ImportRequest["dateFormat"];

const places: Readonly<Record<DateFormat, readonly ["year" | "month" | "day", string, string]>> = {
  MONTH_DAY_YEAR: ["month", "day", "year"],
  DAY_MONTH_YEAR: ["day", "month", "year"],
  YEAR_MONTH_DAY: ["year", "month", "day"],
};

/** What stands in a cell, as the API would take it: labels, names of owners and dates are put into HubSpot's form. */
export function importValue(
  portal: Portal,
  definition: PropertyDefinition,
  { cell, dateFormat }: { readonly cell: string; readonly dateFormat: DateFormat },
): string {
  const text = cell.trim();
  if (definition.referencedObjectType === "OWNER") return ownerId(portal, text);
  const { type } = definition;
  if (type === "date" || type === "datetime") return isoDate(text, dateFormat) ?? text;
  return type === "enumeration" ? choices(definition, text) : text;
}

function ownerId(portal: Portal, text: string): string {
  const wanted = text.toLowerCase();
  const found = [...portal.owners.rows()].find(
    ({ email, firstName, lastName }) =>
      email.toLowerCase() === wanted || `${firstName} ${lastName}`.toLowerCase() === wanted,
  );
  return found?.id ?? text;
}

function choices({ options, fieldType }: PropertyDefinition, text: string): string {
  const parts = fieldType === "checkbox" ? text.split(";") : [text];
  const valueOf = (part: string) => {
    const wanted = part.trim();
    if (options.some(({ value }) => value === wanted)) return wanted;
    const named = options.find(({ label }) => label.toLowerCase() === wanted.toLowerCase());
    return named?.value ?? wanted;
  };
  return parts.map(valueOf).join(";");
}

function isoDate(text: string, format: DateFormat): string | undefined {
  const numbers = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(text)?.slice(1);
  if (numbers === undefined) return undefined;
  const part = (name: string) => numbers[places[format].indexOf(name)] ?? "";
  return `${part("year").padStart(4, "20")}-${part("month").padStart(2, "0")}-${part("day").padStart(2, "0")}`;
}
