import type { Missing } from "../decision.ts";
import type { ChecklistItemId, FactId, PropertyName } from "../facts/contact-facts.ts";

export const itemQuestions: Readonly<Record<ChecklistItemId, string>> = {
  need: "What do they want to change, and why now?",
  timeline: "When should the project start, and when should it be live?",
  authority: "Who decides, and how?",
  next_step: "Which next step have they agreed to, and on which date?",
  budget_path: "Where does the money come from, and who has to approve it?",
  current_tools: "Which tools do they use for this today?",
  integration: "Which systems must it work with?",
  compliance: "Which reviews must it pass: BAA, security, privacy?",
};

export const factQuestions: Readonly<Record<FactId | "domain", string>> = {
  organizationType: "What type of organization is it?",
  specialty: "Which specialty do they work in?",
  serviceInterest: "What are they interested in?",
  role: "What is the contact's role in the organization?",
  size: "How many people work there?",
  providers: "How many providers work there?",
  beds: "How many beds does it have?",
  sites: "At how many sites do they work?",
  careSetting: "In which setting do they care for patients?",
  country: "In which country is the organization?",
  region: "In which state or province is the organization?",
  ehr: "Which EHR system do they use?",
  email: "What is the contact's business e-mail address?",
  domain:
    "Does the address belong to the organization: what is the company's domain, or has the contact replied from it?",
};

/** The only undecided thing that no field can settle. */
export const signalsUnread: Missing = {
  id: "signals",
  label: "Signals",
  question: "Signals could not be read from HubSpot: reconnect Medqual if this stays.",
};

export function ownPropertyMissing(id: PropertyName, label: string): Missing {
  return { id, label, question: `What is the value of “${label}”?` };
}

/** An id as HubSpot writes option values: `organizationType` is `organization_type`. */
export function snakeCase(id: string): string {
  return id.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
