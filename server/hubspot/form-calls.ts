import { z } from "zod";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane } from "./crm.ts";

export type Form = { readonly id: string; readonly name: string };

/** What somebody sent with a form. Of the answers only the address is read: it alone says who it was. */
export type Submission = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** In lower case; `null` where the form asks for none. */
  readonly email: string | null;
  /** Words of the page's address: the last part of its path. */
  readonly pageWords: string;
};

export type FormCalls = {
  readonly forms: (lane: Lane) => Promise<readonly Form[]>;
  /** One page of at most 50, newest first. */
  readonly submissions: (
    formId: string,
    query: { readonly after: string | null; readonly lane: Lane },
  ) => Promise<{ readonly submissions: readonly Submission[]; readonly after: string | null }>;
  /** At most 100 addresses in lower case. Those that belong to no contact are absent. */
  readonly contactsByEmail: (
    emails: readonly string[],
    lane: Lane,
  ) => Promise<ReadonlyMap<string, string>>;
};

const paging = z
  .object({ next: z.object({ after: z.string() }).optional() })
  .optional()
  .transform((pages) => pages?.next?.after ?? null);
const formPage = z.object({
  results: z.array(z.object({ id: z.string(), name: z.string() })),
  paging,
});
const submissionPage = z.object({
  results: z.array(
    z
      .object({
        submittedAt: z.number(),
        values: z.array(z.object({ name: z.string(), value: z.string().nullish() })),
        pageUrl: z.string().nullish(),
      })
      .transform(({ submittedAt: at, values, pageUrl }): Submission => {
        const email = values
          .find(({ name }) => name === "email")
          ?.value?.trim()
          .toLowerCase();
        return { at, email: email || null, pageWords: wordsOf(pageUrl ?? "") };
      }),
  ),
  paging,
});
const contactBatch = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      properties: z.object({
        email: z.string().nullish(),
        hs_additional_emails: z.string().nullish(),
      }),
    }),
  ),
});

/** Forms, what was sent with them, and whose the addresses are. */
export function formCalls(ask: Ask): FormCalls {
  return {
    forms: async (lane) => {
      const forms: Form[] = [];
      let after: string | null = null;
      do {
        const query = { limit: "500", ...(after !== null && { after }) };
        // The only dated version of this path is a beta.
        const call = { method: "GET", path: "/marketing/v3/forms", query, lane } as const;
        const page: z.infer<typeof formPage> = await ask(call, formPage);
        forms.push(...page.results);
        after = page.paging;
      } while (after !== null);
      return forms;
    },
    submissions: async (formId, { after, lane }) => {
      const path = `/form-integrations/v1/submissions/forms/${encodeURIComponent(formId)}`;
      const query = { limit: "50", ...(after !== null && { after }) };
      const page = await ask({ method: "GET", path, query, lane }, submissionPage);
      return { submissions: page.results, after: page.paging };
    },
    contactsByEmail: async (emails, lane) => {
      if (emails.length === 0) return new Map();
      const json = {
        idProperty: "email",
        properties: ["email", "hs_additional_emails"],
        propertiesWithHistory: [],
        inputs: [...new Set(emails)].map((id) => ({ id })),
      };
      const path = `/crm/objects/${apiVersion}/contacts/batch/read`;
      const { results } = await ask({ method: "POST", path, json, lane }, contactBatch);
      const asked = new Set(emails);
      return new Map(
        results.flatMap(({ id, properties: { email, hs_additional_emails: more } }) =>
          [email ?? "", ...(more ?? "").split(";")]
            .map((each) => each.trim().toLowerCase())
            .filter((each) => asked.has(each))
            .map((each) => [each, id] as const),
        ),
      );
    },
  };
}

/** Neither the site nor what follows a question mark, which may name a person. */
function wordsOf(pageUrl: string): string {
  const path = URL.canParse(pageUrl) ? new URL(pageUrl).pathname : "";
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  return last.replaceAll(/[^a-z0-9]+/gi, " ").trim();
}
