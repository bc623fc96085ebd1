import type { Properties, ProxyAnswer, ProxyInit } from "./protocol.ts";

export type RecordType = "contacts" | "deals";
export type PortalRecord = { readonly id: string; readonly properties: Properties };
export type Found = { readonly total: number; readonly results: readonly PortalRecord[] };
export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly description?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};
export type Person = {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly isReadOnly: boolean;
};
export type Extension = {
  readonly uid: string;
  readonly name: string;
  /** Where HubSpot shows it, in HubSpot's words. */
  readonly location: string;
  readonly objectTypes: readonly string[];
  readonly bundle: string;
};
export type PreviewContext = {
  readonly portalId: number;
  readonly timeZone: string;
  readonly appId: number;
  readonly apiOrigin: string;
  readonly people: readonly Person[];
  readonly extensions: readonly Extension[];
};

const personKey = "person";

/** Who uses the preview; kept for this tab of the browser. */
export const acting = {
  id: () => sessionStorage.getItem(personKey),
  set: (id: number) => sessionStorage.setItem(personKey, String(id)),
} as const;

export const api = {
  context: () => get<PreviewContext>("/portal/context"),
  examples: () => get<Found>("/portal/examples"),
  search: (type: RecordType, text: string, status: string) =>
    get<Found>(`/portal/${type}?${String(new URLSearchParams({ q: text, status }))}`),
  properties: (type: RecordType) => get<PropertyDefinition[]>(`/portal/${type}/properties`),
  read: (type: RecordType, id: string, names: readonly string[]) =>
    get<PortalRecord>(`/portal/${type}/${id}?properties=${encodeURIComponent(names.join(","))}`),
  change: (type: RecordType, id: string, properties: Properties) =>
    ask<PortalRecord>(`/portal/${type}/${id}`, "PATCH", { properties }),
  proxy: (url: string, init: ProxyInit) => ask<ProxyAnswer>("/proxy", "POST", { url, ...init }),
} as const;

const get = <T>(path: string): Promise<T> => ask<T>(path, "GET");

async function ask<T>(path: string, method: string, body?: unknown): Promise<T> {
  const person = acting.id();
  const response = await fetch(path, {
    method,
    headers: {
      ...(person !== null && { "x-preview-person": person }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The preview answered ${response.status}.`);
  return answer;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
