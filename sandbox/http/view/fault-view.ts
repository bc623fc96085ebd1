import type { FaultBook } from "../../faults/fault-book.ts";
import type { Fault } from "../../faults/fault.ts";
import { escapeHtml } from "../html.ts";
import { viewPage, viewRoot } from "./layout.ts";
import { table } from "./parts.ts";

/** Faults a form offers; every other one can be asked for over `POST /sandbox/faults`. */
export const offeredFaults: Readonly<Record<string, Fault>> = {
  "429, ten seconds": { kind: "rateLimit", policy: "TEN_SECONDLY_ROLLING" },
  "429, daily": { kind: "rateLimit", policy: "DAILY" },
  "423 locked": { kind: "status", status: 423 },
  "477 migrating": { kind: "status", status: 477, retryAfterSeconds: 5 },
  "500 error": { kind: "status", status: 500 },
  "502 gateway": { kind: "status", status: 502 },
  "503 unavailable": { kind: "status", status: 503 },
  "slow by 1 to 3 s": { kind: "slow", leastMs: 1_000, mostMs: 3_000 },
  "connection reset": { kind: "reset" },
  "done, never answered": { kind: "commitThenTimeout" },
  "done, connection reset": { kind: "commitThenReset" },
};

export function faultPage(faults: FaultBook): string {
  const rows = faults
    .records()
    .map(({ rule, seen, hits }) => [
      String(rule.id),
      escapeHtml(describe(rule.fault)),
      `<code>${escapeHtml(`${rule.method ?? "any"} ${rule.path}`)}</code>`,
      rule.callers === "app" ? "the app" : "everyone",
      `${rule.chance}, from request ${rule.nth}${rule.count === undefined ? "" : `, ${rule.count} times`}`,
      String(seen),
      String(hits),
      `<form method="post" action="${viewRoot}/faults/${rule.id}/remove"><button type="submit" aria-label="Remove rule ${rule.id}">Remove</button></form>`,
    ]);
  const columns = [
    { name: "Rule" },
    { name: "Fault" },
    { name: "Requests" },
    { name: "Of" },
    { name: "Chance" },
    { name: "Seen", isNumber: true },
    { name: "Hit", isNumber: true },
    { name: "Action" },
  ];
  const options = Object.keys(offeredFaults).map((name) => `<option>${escapeHtml(name)}</option>`);
  return viewPage(
    "Faults",
    "Faults",
    `${table("Rules in force, the oldest that applies decides", columns, rows)}
<h2>Add a rule</h2>
<form method="post" action="${viewRoot}/faults">
<label>What goes wrong <select name="fault">${options.join("")}</select></label>
<label>Method <select name="method"><option value="">any</option><option>GET</option><option>POST</option><option>PUT</option><option>PATCH</option><option>DELETE</option></select></label>
<label>Path, with * for anything <input name="path" value="/crm/*" required></label>
<label>Chance <input name="chance" type="number" min="0" max="1" step="0.01" value="1"></label>
<label>At most (times) <input name="count" type="number" min="1" value="1"></label>
<button type="submit">Add</button>
</form>`,
  );
}

function describe(fault: Fault): string {
  switch (fault.kind) {
    case "rateLimit":
      return `429 ${fault.policy}`;
    case "status":
      return String(fault.status);
    case "slow":
      return `slow by ${fault.leastMs} to ${fault.mostMs} ms`;
    case "reset":
      return "connection reset";
    case "commitThenTimeout":
      return "done, never answered";
    case "commitThenReset":
      return "done, then connection reset";
  }
}
