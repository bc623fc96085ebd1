import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

export type Form = {
  /** A GUID. */
  readonly id: string;
  readonly name: string;
  /** Names of the contact properties it asks for. */
  readonly fields: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** What somebody sent with a form. It names no contact: readers match the e-mail address. */
export type Submission = {
  readonly id: string;
  readonly formId: string;
  readonly contactId: string;
  readonly submittedAt: number;
  readonly pageUrl: string;
  readonly values: Readonly<Record<string, string>>;
};

/** The form of that name; one is made, asking for these fields, when there is none. */
export function formNamed(portal: Portal, name: string, fields: readonly string[]): Form {
  const now = portal.now();
  for (const form of portal.forms.rows()) {
    if (form.name !== name) continue;
    const added = fields.filter((field) => !form.fields.includes(field));
    if (added.length === 0) return form;
    return keep(portal, { ...form, fields: [...form.fields, ...added], updatedAt: now });
  }
  const id = guid(portal.nextNumber("form"));
  return keep(portal, { id, name, fields, createdAt: now, updatedAt: now });
}

export function requireForm(portal: Portal, id: string): Form {
  const form = portal.forms.get(id);
  if (form === undefined) throw Problem.notFound(`No form exists with the id ${id}`);
  return form;
}

/** Notes a submission and returns it. */
export function addSubmission(portal: Portal, submission: Omit<Submission, "id">): Submission {
  const id = guid(portal.nextNumber("submission"));
  const kept = { id, ...submission };
  portal.submissions.set(id, kept);
  return kept;
}

/** Submissions of a form, the newest first. */
export function submissionsOf(portal: Portal, formId: string): readonly Submission[] {
  return [...portal.submissions.rows()]
    .filter((submission) => submission.formId === formId)
    .sort((a, b) => b.submittedAt - a.submittedAt || (a.id < b.id ? 1 : -1));
}

function keep(portal: Portal, form: Form): Form {
  portal.forms.set(form.id, form);
  return form;
}

function guid(number: number): string {
  return `5a0d0000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}
