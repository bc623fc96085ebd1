import type { PropertyDefinition } from "./api.ts";

/** A property's value as HubSpot shows it to a person: labels of options, dates in words. */
export function formatValue(
  value: string | null,
  definition: PropertyDefinition | undefined,
): string | null {
  if (value === null || value === "" || !definition) return value;
  switch (definition.type) {
    case "enumeration":
      return value
        .split(";")
        .map((each) => definition.options?.find((option) => option.value === each)?.label ?? each)
        .join(", ");
    case "date":
      return inWords(value, { dateStyle: "medium", timeZone: "UTC" });
    case "datetime":
      return inWords(value, { dateStyle: "medium", timeStyle: "short" });
    default:
      return value;
  }
}

function inWords(value: string, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(/^\d+$/u.test(value) ? Number(value) : value);
  if (Number.isNaN(at.valueOf())) return value;
  return new Intl.DateTimeFormat(navigator.language, options).format(at);
}
