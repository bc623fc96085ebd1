import { eventually } from "../build/eventually.ts";

type Values = Readonly<Record<string, string | null>>;
export type Listed = Found & {
  readonly associations?: Readonly<
    Record<string, { readonly results: readonly { readonly id: string; readonly type: string }[] }>
  >;
};
type Found = { readonly id: string; readonly properties: Values };

export type HubSpotPerson = ReturnType<typeof createPerson>;

/** Somebody who works in HubSpot: looks at records, changes them, adds people. */
export function createPerson(portalUrl: string) {
  const objects = `${portalUrl}/crm/objects/2026-09`;

  async function call<T>(method: string, url: string, body?: unknown): Promise<T> {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: "Bearer sandbox-admin",
        "content-type": "application/json",
        "x-sandbox-user": "9001",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  async function read(type: string, id: string, names: readonly string[]): Promise<Values> {
    const url = `${objects}/${type}/${id}?properties=${names.join(",")}`;
    return (await call<Found>("GET", url)).properties;
  }

  return {
    read,
    /** Ids by e-mail address or name, from the listing: search lags behind. */
    find: async (type: string, property: string, value: string): Promise<string> => {
      let after = "";
      for (;;) {
        const url = `${objects}/${type}?limit=100&properties=${property}${after}`;
        const page = await call<{ results: Found[]; paging?: { next: { after: string } } }>(
          "GET",
          url,
        );
        const found = page.results.find((record) => record.properties[property] === value);
        if (found) return found.id;
        if (!page.paging) throw new Error(`No ${type} with ${property} = ${value}`);
        after = `&after=${page.paging.next.after}`;
      }
    },
    /** Every record of a type that is not archived, in the order of ids. */
    all: async (
      type: string,
      wanted: { readonly properties: readonly string[]; readonly associations?: string },
    ): Promise<readonly Listed[]> => {
      const records: Listed[] = [];
      const related = wanted.associations ? `&associations=${wanted.associations}` : "";
      let after = "";
      for (;;) {
        const url = `${objects}/${type}?limit=100&properties=${wanted.properties.join(",")}${related}${after}`;
        const page = await call<{ results: Listed[]; paging?: { next: { after: string } } }>(
          "GET",
          url,
        );
        records.push(...page.results);
        if (!page.paging) return records;
        after = `&after=${page.paging.next.after}`;
      }
    },
    change: (type: string, id: string, properties: Values) =>
      call<Found>("PATCH", `${objects}/${type}/${id}`, { properties }),
    create: (type: string, properties: Values) =>
      call<Found>("POST", `${objects}/${type}`, { properties, associations: [] }),
    associate: (from: readonly [string, string], to: readonly [string, string]) =>
      call("PUT", `${objects}/${from[0]}/${from[1]}/associations/default/${to[0]}/${to[1]}`),
    /** Makes a company the primary one of a contact. */
    employ: (contactId: string, companyId: string) =>
      call("PUT", `${objects}/contacts/${contactId}/associations/companies/${companyId}`, [
        { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 1 },
      ]),
    /** Gives an association a label of the portal's own, which is made where there is none of that name. */
    label: async (
      from: readonly [string, string],
      to: readonly [string, string],
      label: string,
    ) => {
      const name = label.toLowerCase().replaceAll(/\W+/g, "_");
      const labels = `${portalUrl}/crm/associations/2026-09/${from[0]}/${to[0]}/labels`;
      type Labels = {
        readonly results: readonly { readonly typeId: number; label: string | null }[];
      };
      let known = await call<Labels>("GET", labels);
      if (!known.results.some((each) => each.label === label))
        known = await call<Labels>("POST", labels, { label, name });
      const type = known.results.find((each) => each.label === label);
      const url = `${objects}/${from[0]}/${from[1]}/associations/${to[0]}/${to[1]}`;
      return call("PUT", url, [
        { associationCategory: "USER_DEFINED", associationTypeId: type?.typeId },
      ]);
    },
    /** Makes a company the child of another. */
    relate: (childId: string, parentId: string) =>
      call("PUT", `${objects}/companies/${childId}/associations/companies/${parentId}`, [
        { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 14 },
      ]),
    dissociate: (from: readonly [string, string], to: readonly [string, string]) =>
      call("DELETE", `${objects}/${from[0]}/${from[1]}/associations/${to[0]}/${to[1]}`),
    remove: (type: string, id: string) => call("DELETE", `${objects}/${type}/${id}`),
    merge: (type: string, ids: { readonly primary: string; readonly other: string }) =>
      call<Found>("POST", `${objects}/${type}/merge`, {
        primaryObjectId: ids.primary,
        objectIdToMerge: ids.other,
      }),
    /** A privacy deletion. */
    forget: (contactId: string) =>
      call("POST", `${objects}/contacts/gdpr-delete`, { objectId: contactId }),
    replyToEmail: (contactId: string) =>
      call("POST", `${portalUrl}/sandbox/email-replies`, { contactId }),
    submitForm: (form: Readonly<Record<string, unknown>>) =>
      call("POST", `${portalUrl}/sandbox/form-submissions`, form),
    /** Waits until the record looks so. */
    see: (type: string, id: string, expected: Values): Promise<Values> =>
      eventually(
        () => read(type, id, Object.keys(expected)),
        (seen) => Object.entries(expected).every(([name, value]) => seen[name] === value),
      ),
  };
}
