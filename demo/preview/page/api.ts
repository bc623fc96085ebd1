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
export type PreviewContext = {
  readonly portalId: number;
  readonly timeZone: string;
  readonly userId: number;
  readonly userEmail: string;
  readonly appId: number;
  readonly apiOrigin: string;
};

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
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  const answer = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The preview answered ${response.status}.`);
  return answer;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
