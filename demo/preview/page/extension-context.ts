import type { Extension, Person, PreviewContext, RecordType } from "./api.ts";

/** Where an extension stands: on a record, over chosen records, or on a page of its own. */
export type Standing =
  | { readonly kind: "record"; readonly type: RecordType; readonly id: string }
  | { readonly kind: "selection"; readonly type: RecordType; readonly ids: readonly string[] }
  | { readonly kind: "page" };

const objectTypeIds: Readonly<Record<RecordType, string>> = { contacts: "0-1", deals: "0-3" };

/** The context as HubSpot gives it to an extension. */
export function extensionContext(parts: {
  readonly extension: Extension;
  readonly standing: Standing;
  readonly portal: PreviewContext;
  readonly person: Person;
}): object {
  const { extension, standing, portal, person } = parts;
  return {
    location: extension.location,
    ...crmOf(standing),
    portal: { id: portal.portalId, timezone: portal.timeZone },
    user: {
      id: person.id,
      email: person.email,
      emails: [person.email],
      firstName: person.firstName,
      lastName: person.lastName,
      locale: navigator.language.toLowerCase(),
      language: navigator.language.slice(0, 2),
      teams: [],
      permissions: person.isReadOnly ? [] : ["integrations-management-write"],
      roles: [],
    },
    extension: { appId: portal.appId, appName: "Medqual", cardTitle: extension.name },
    variables: { API_ORIGIN: portal.apiOrigin },
  };
}

function crmOf(standing: Standing): object {
  switch (standing.kind) {
    case "record":
      return {
        crm: { objectId: Number(standing.id), objectTypeId: objectTypeIds[standing.type] },
      };
    case "selection":
      return {
        crm: {
          objectIds: standing.ids.map(Number),
          objectTypeId: objectTypeIds[standing.type],
        },
      };
    case "page":
      return {};
  }
}
