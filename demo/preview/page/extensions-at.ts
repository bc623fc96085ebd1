import type { Extension, PreviewContext } from "./api.ts";

/** The extensions that HubSpot shows at a place, for a kind of records where the place has records. */
export function extensionsAt(
  { extensions }: PreviewContext,
  locations: readonly string[],
  objectType?: string,
): readonly Extension[] {
  return extensions.filter(
    ({ location, objectTypes }) =>
      locations.includes(location) &&
      (objectType === undefined || speaksOf(objectTypes, objectType)),
  );
}

/** A hsmeta file may name objects in the plural or the singular, in any case. */
function speaksOf(objectTypes: readonly string[], wanted: string): boolean {
  return objectTypes.some((each) => each.toLowerCase().replace(/s?$/u, "s") === wanted);
}
