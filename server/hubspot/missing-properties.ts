import { AppError } from "../errors.ts";
import type { BatchError } from "./shapes.ts";

const code = "PROPERTY_DOESNT_EXIST";
const quoted = /"(?<name>[^"]+)"/;

/** Names of properties that HubSpot does not know (any more); `null` where the errors name none. */
export function missingProperties(errors: readonly BatchError[]): string | null {
  const all = errors.flatMap((error) => [error, ...(error.errors ?? [])]);
  const names = all
    .filter((error) => error.code === code)
    .map(({ context, message = "" }) => {
      const [named] = context?.["propertyName"] ?? [];
      return named ?? quoted.exec(message)?.groups?.["name"] ?? "(not named)";
    });
  return names.length > 0 ? [...new Set(names)].sort().join(", ") : null;
}

/** Whatever the record: HubSpot refuses every write that names the property. */
export function propertyMissingError(call: string, properties: string): AppError {
  return new AppError(
    "hubspot_property_missing",
    `HubSpot refused ${call}: it does not know the properties ${properties}. Install the app again to create them.`,
    { context: { properties } },
  );
}
