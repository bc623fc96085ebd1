import { isRow, textOf } from "./components/props.ts";

const recordTypes: Readonly<Record<string, string>> = { "0-1": "contacts", "0-3": "deals" };
const recordPath = /\/contacts\/\d+\/(?:record\/)?(?<type>0-\d+)\/(?<id>\d+)/u;

/** Where a link of HubSpot's leads in the preview: to the record it names; null for anything else. */
export function addressInPreview(href: string): string | null {
  if (href.startsWith("#")) return href;
  const { type, id } = recordPath.exec(href)?.groups ?? {};
  return type && id ? recordAddress(type, id) : null;
}

/** The preview's page of a record, by HubSpot's ids; null for kinds it has no page for. */
export function recordAddress(objectTypeId: string, id: string): string | null {
  const type = recordTypes[objectTypeId];
  return type === undefined ? null : `?${String(new URLSearchParams({ type, id }))}`;
}

/** The path of an app's page: `/offers/:id` with `{ id: "7" }` is `/offers/7`. */
export function pagePath(to: string, params: unknown): string {
  const given = isRow(params) ? params : {};
  return to.replaceAll(/:(?<name>\w+)/gu, (whole, name: string) => textOf(given[name]) || whole);
}
