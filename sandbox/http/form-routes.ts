import { requireForm, submissionsOf, type Submission } from "../portal/forms.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { formView } from "./form-view.ts";
import { pageLimit } from "./page-limit.ts";
import { param, queryList, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { fixedScope } from "./scopes.ts";

const scopes = fixedScope("forms");

/** Form definitions, below `/marketing/v3/forms`. They are made by being sent. */
export function formRoutes(portal: Portal): readonly Route[] {
  return [
    {
      method: "get",
      path: "/",
      query: ["limit", "after", "archived", "formTypes"],
      scopes,
      run: list,
    },
    { method: "get", path: "/:id", query: ["archived"], scopes, run: get },
  ];

  function list(call: Call): Answer {
    const limit = pageLimit(call, { standard: 20, most: 500 });
    const kinds = queryList(call, "formTypes");
    const none =
      queryValue(call, "archived") === "true" ||
      (kinds.length > 0 && !kinds.includes("hubspot") && !kinds.includes("all"));
    const forms = none ? [] : [...portal.forms.rows()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const after = queryValue(call, "after") ?? "";
    const rest = forms.filter(({ id }) => id >= after);
    return page(
      rest.slice(0, limit).map((form) => formView(portal, form)),
      rest[limit]?.id,
    );
  }

  function get(call: Call): Answer {
    if (queryValue(call, "archived") === "true") throw Problem.notFound("No such archived form");
    return { status: 200, body: formView(portal, requireForm(portal, param(call, "id"))) };
  }
}

/** What was sent, below `/form-integrations/v1/submissions/forms`: newest first, no filter by time. */
export function submissionRoutes(portal: Portal): readonly Route[] {
  return [{ method: "get", path: "/:id", query: ["limit", "after"], scopes, run: list }];

  function list(call: Call): Answer {
    const { id } = requireForm(portal, param(call, "id"));
    const limit = pageLimit(call, { standard: 20, most: 50 });
    const after = queryValue(call, "after");
    const all = submissionsOf(portal, id);
    // The token names a submission, so that what is sent meanwhile moves no page.
    const start = after === undefined ? 0 : all.findIndex((each) => tokenOf(each) === after);
    if (start < 0) throw Problem.validation("after is not a paging token");
    const next = all[start + limit];
    return page(all.slice(start, start + limit).map(submissionView), next && tokenOf(next));
  }
}

function page(results: readonly unknown[], after: string | undefined): Answer {
  const paging = after === undefined ? {} : { paging: { next: { after } } };
  return { status: 200, body: { results, ...paging } };
}

function tokenOf({ id }: Submission): string {
  return Buffer.from(id).toString("base64url");
}

function submissionView({ id, submittedAt, values, pageUrl }: Submission): unknown {
  return {
    conversionId: id,
    submittedAt,
    values: Object.entries(values).map(([name, value]) => ({ name, value, objectTypeId: "0-1" })),
    pageUrl,
  };
}
