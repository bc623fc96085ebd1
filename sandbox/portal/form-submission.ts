import { associateByDefault } from "./associations.ts";
import type { ChangeSource } from "./change.ts";
import { addSubmission, formNamed } from "./forms.ts";
import { freeMailDomains } from "./free-mail.ts";
import { commit, draftCreate, draftUpdate, findRecord } from "./objects.ts";
import type { Portal } from "./portal.ts";
import type { CrmRecord } from "./record.ts";
import type { RawValues } from "./write-values.ts";

export type FormSubmission = {
  readonly email: string;
  readonly formName: string;
  readonly pageTitle: string;
  /** Where the form stood; made from the page's title when not given. */
  readonly pageUrl?: string | undefined;
  /** Further fields of the form, by property name. */
  readonly values: RawValues;
  /** Epoch milliseconds; now, when not given. */
  readonly submittedAt?: number | undefined;
};

/**
 * What a HubSpot form does when somebody sends it: the contact with that address is created or
 * updated, its conversion properties move on, and its company is found by the address's domain.
 */
export function submitForm(portal: Portal, form: FormSubmission): CrmRecord {
  const at = form.submittedAt ?? portal.now();
  const source: ChangeSource = { type: "FORM", id: form.formName };
  const raw = { ...form.values, email: form.email };
  const write = { source, at, authority: "caller" } as const;
  const found = findRecord(portal, "0-1", { id: form.email, idProperty: "email" });
  const draft =
    found === undefined
      ? draftCreate(portal, "0-1", { raw, write })
      : draftUpdate(portal, found, { raw, write });
  const contact = commit(portal, draft);
  const { id: formId } = formNamed(portal, form.formName, Object.keys(raw));
  const pageUrl = form.pageUrl ?? `https://www.example.com/${slug(form.pageTitle)}`;
  addSubmission(portal, { formId, contactId: contact.id, submittedAt: at, pageUrl, values: raw });
  const converted = draftUpdate(portal, contact, {
    raw: conversionValues(contact, { ...form, formId, at }),
    write: { ...write, authority: "portal" },
  });
  const result = commit(portal, converted);
  if (found === undefined) associateByDomain(portal, result, write);
  return portal.shelves["0-1"].get(contact.id) ?? result;
}

function conversionValues(
  contact: CrmRecord,
  {
    pageTitle,
    formName,
    formId,
    at,
  }: { pageTitle: string; formName: string; formId: string; at: number },
): RawValues {
  const event = `${pageTitle}: ${formName}`;
  const date = new Date(at).toISOString();
  const count = Number(contact.values["num_conversion_events"] ?? "0");
  const names = contact.history["recent_conversion_event_name"]?.map(({ value }) => value) ?? [];
  const known = new Set([
    ...names,
    contact.values["first_conversion_event_name"],
    contact.values["recent_conversion_event_name"],
  ]);
  const unique = Number(contact.values["num_unique_conversion_events"] ?? "0");
  const all = contact.values["hs_calculated_form_submissions"];
  const own = `${formId}::${at}`;
  return {
    hs_calculated_form_submissions: all === undefined ? own : `${all};${own}`,
    recent_conversion_event_name: event,
    recent_conversion_date: date,
    num_conversion_events: String(count + 1),
    num_unique_conversion_events: String(known.has(event) ? unique : unique + 1),
    ...(count === 0 ? { first_conversion_event_name: event, first_conversion_date: date } : {}),
  };
}

function associateByDomain(
  portal: Portal,
  contact: CrmRecord,
  write: Parameters<typeof associateByDefault>[2],
): void {
  const domain = contact.values["hs_email_domain"];
  if (domain === undefined || freeMailDomains.has(domain)) return;
  const company = portal.shelves["0-2"].findByValue("domain", domain);
  if (company === undefined) return;
  const from = { type: "0-1", id: contact.id } as const;
  associateByDefault(portal, { from, to: { type: "0-2", id: company.id } }, write);
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
