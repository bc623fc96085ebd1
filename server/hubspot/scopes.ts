/** Each scope with the reason it is asked for; the app's project file asks for exactly these. */
export const scopes = [
  { scope: "oauth", why: "Lets an admin install the app." },
  {
    scope: "crm.objects.contacts.read",
    why: "Reads the contact properties that the playbook names.",
  },
  {
    scope: "crm.objects.contacts.write",
    why: "Writes each contact's status, scores, reasons and stage.",
  },
  {
    scope: "crm.objects.companies.read",
    why: "Reads the organization's type and size, and who works there.",
  },
  {
    scope: "crm.objects.deals.read",
    why: "Reads a deal's stage and its people, to see which of the committee is there.",
  },
  { scope: "crm.objects.deals.write", why: "Writes how complete a deal's committee is." },
  {
    scope: "crm.schemas.contacts.read",
    why: "Sees which of the app's contact properties are there, and their options.",
  },
  {
    scope: "crm.schemas.contacts.write",
    why: "Creates the contact properties and options that are missing.",
  },
  {
    scope: "crm.schemas.companies.read",
    why: "Sees which of the app's company properties are there, and their options.",
  },
  {
    scope: "crm.schemas.companies.write",
    why: "Creates the company properties and options that are missing.",
  },
  {
    scope: "crm.schemas.deals.read",
    why: "Sees which of the app's deal properties are there, and their options.",
  },
  {
    scope: "crm.schemas.deals.write",
    why: "Creates the deal properties and options that are missing.",
  },
] as const;

export const requiredScopes: readonly string[] = scopes.map(({ scope }) => scope);

/** Asked for besides, and gone without where an admin or the account withholds them. */
export const optionalScopes = [
  {
    scope: "crm.objects.owners.read",
    why: "Sees which owners have left, and lets a lead's owner accept or return it on the card.",
  },
  { scope: "forms", why: "Reads who sent which of the forms that the playbook's offers name." },
  {
    scope: "sales-email-read",
    why: "Reads when a contact answered an e-mail: date, direction and sender, never the text.",
  },
  {
    scope: "crm.objects.marketing_events.read",
    why: "Reads who registered for a webinar and who came.",
  },
  {
    scope: "crm.objects.companies.write",
    why: "Lets an admin's fix rewrite fields of companies; nothing else writes them.",
  },
] as const;
export type OptionalScope = (typeof optionalScopes)[number]["scope"];
