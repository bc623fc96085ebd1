import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { replyOf, type Reply } from "./sandbox-under-test.ts";

export const importRoot = "/crm/imports/2026-09";
export const email = { columnObjectTypeId: "0-1", columnName: "Email", propertyName: "email" };
/** A column for a property of contacts. */
export const column = (propertyName: string, more: object = {}) => ({
  columnObjectTypeId: "0-1",
  columnName: propertyName,
  propertyName,
  ...more,
});
/** An import of one file. */
export function importRequest(columnMappings: readonly object[], changes: object = {}) {
  const fileImportPage = { hasHeader: true, columnMappings };
  const files = [{ fileName: "leads.csv", fileFormat: "CSV", fileImportPage }];
  return { name: "Leads", files, ...changes };
}

/** Sends an import with its file. */
export async function sendImport(
  sandbox: Sandbox,
  wanted: object,
  { lines, path = importRoot }: { readonly lines: readonly string[]; readonly path?: string },
): Promise<Reply> {
  const form = new FormData();
  form.set("importRequest", JSON.stringify(wanted));
  form.set("files", new File([lines.join("\n")], "leads.csv", { type: "text/csv" }));
  const response = await fetch(`${sandbox.url}${path}`, {
    method: "POST",
    headers: { authorization: "Bearer sandbox-admin" },
    body: form,
  });
  const body: unknown = await response.json();
  return replyOf(response, body);
}
