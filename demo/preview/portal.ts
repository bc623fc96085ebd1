/** A person who works in HubSpot, over HubSpot's own paths. */
export type PortalClient = ReturnType<typeof createPortalClient>;

export type RecordType = "contacts" | "deals";
type Values = Readonly<Record<string, string | null>>;
export type PortalRecord = { readonly id: string; readonly properties: Values };

/** An answer of the portal that is not a success; its message says what is wrong. */
export class PortalError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "PortalError";
    this.status = status;
  }
}

const version = "2026-09";
const timeoutMs = 10_000;
const shown: Readonly<Record<RecordType, readonly string[]>> = {
  contacts: ["firstname", "lastname", "email", "jobtitle", "company", "medqual_status"],
  deals: ["dealname", "medqual_committee_completeness"],
};

export function createPortalClient(options: {
  readonly apiBase: string;
  readonly token: string;
  /** HubSpot's id of the person whose changes these are. */
  readonly userId: string;
}) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(options.apiBase + path, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: `Bearer ${options.token}`,
        "content-type": "application/json",
        "x-sandbox-user": options.userId,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new PortalError(response.status, messageIn(text));
    return JSON.parse(text) as T;
  }

  return {
    account: () =>
      call<{ portalId: number; timeZone: string }>("GET", `/account-info/${version}/details`),

    /** Newest first; by words of name or address, and by a contact's status or address. */
    search: (
      type: RecordType,
      wanted: { readonly text: string; readonly status: string; readonly emails?: string[] },
    ) => {
      const filters = [
        ...(wanted.status ? [filter("medqual_status", "EQ", { value: wanted.status })] : []),
        ...(wanted.emails ? [filter("email", "IN", { values: wanted.emails })] : []),
      ];
      return call<{ total: number; results: PortalRecord[] }>(
        "POST",
        `/crm/objects/${version}/${type}/search`,
        {
          ...(wanted.text && { query: wanted.text }),
          filterGroups: filters.length > 0 ? [{ filters }] : [],
          sorts: [{ propertyName: "createdate", direction: "DESCENDING" }],
          properties: shown[type],
          limit: 50,
        },
      );
    },

    read: (type: RecordType, id: string, properties: readonly string[]) => {
      const names = encodeURIComponent(properties.join(","));
      return call<PortalRecord>(
        "GET",
        `/crm/objects/${version}/${type}/${encodeURIComponent(id)}?properties=${names}`,
      );
    },

    change: (type: RecordType, id: string, properties: Values) =>
      call<PortalRecord>("PATCH", `/crm/objects/${version}/${type}/${encodeURIComponent(id)}`, {
        properties,
      }),

    /** Definitions of the properties a person sees. */
    properties: async (type: RecordType) => {
      const path = `/crm/properties/${version}/${type}`;
      return (await call<{ results: Readonly<Record<string, unknown>>[] }>("GET", path)).results;
    },
  };
}

function filter(propertyName: string, operator: string, rest: Readonly<Record<string, unknown>>) {
  return { propertyName, operator, ...rest };
}

function messageIn(text: string): string {
  try {
    const body = JSON.parse(text) as { message?: unknown };
    return typeof body.message === "string" ? body.message : text;
  } catch {
    return text.slice(0, 300);
  }
}
