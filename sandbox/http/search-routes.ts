import type { Portal } from "../portal/portal.ts";
import { checkSearch, searchBody } from "../search/search-request.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { search } from "../search/search.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { recordView } from "./record-view.ts";
import type { Answer, Call, Route } from "./route.ts";
import { recordScope } from "./scopes.ts";

/** Search below `/crm/objects/<version>`; it has a limit of its own and tells nothing about it. */
export function searchRoutes(portal: Portal, index: SearchIndex): readonly Route[] {
  return [
    { method: "post", path: "/:type/search", bucket: "search", scopes: recordScope("read"), run },
  ];

  function run(call: Call): Answer {
    const request = parseBody(call.text, searchBody);
    checkSearch(request, call.text.length);
    const { total, records, after } = search(portal, index, { type: typeOf(call), request });
    const results = records.map((record) => recordView(portal, record, request));
    return {
      status: 200,
      body: { total, results, ...(after === undefined ? {} : { paging: { next: { after } } }) },
    };
  }
}
