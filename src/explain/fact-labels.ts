import type { FactId } from "../facts/contact-facts.ts";

/** What people call each fact. */
export const factLabels: Readonly<Record<FactId, string>> = {
  organizationType: "Organization type",
  specialty: "Specialty",
  serviceInterest: "Service interest",
  role: "Role in the organization",
  size: "Number of employees",
  providers: "Number of providers",
  beds: "Number of beds",
  sites: "Number of sites",
  careSetting: "Care setting",
  country: "Country",
  region: "State or province",
  ehr: "EHR system",
  email: "E-mail address",
};

/** The same for everything an MQL may wait for. */
export const missingFactLabels: Readonly<Record<FactId | "domain", string>> = {
  ...factLabels,
  domain: "Verified e-mail domain",
};
