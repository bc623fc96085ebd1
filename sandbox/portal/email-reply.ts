import { commit, draftUpdate, findRecord } from "./objects.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { CrmRecord } from "./record.ts";

/** What HubSpot notes on a contact that answered a one-to-one sales e-mail. */
export function receiveEmailReply(
  portal: Portal,
  {
    contactId,
    at = portal.now(),
  }: { readonly contactId: string; readonly at?: number | undefined },
): CrmRecord {
  const contact = findRecord(portal, "0-1", { id: contactId });
  if (contact === undefined) throw Problem.recordNotFound(contactId);
  const date = new Date(at).toISOString();
  const draft = draftUpdate(portal, contact, {
    raw: { hs_sales_email_last_replied: date, notes_last_updated: date },
    write: { source: { type: "EMAIL", id: "reply" }, at, authority: "portal" },
  });
  return commit(portal, draft);
}
