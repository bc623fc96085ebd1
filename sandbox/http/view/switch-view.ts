import { objectTypeIds, objectTypes } from "../../portal/object-type.ts";
import type { Portal } from "../../portal/portal.ts";
import { defaultSwitches, type Switches } from "../../switches.ts";
import { escapeHtml } from "../html.ts";
import { viewPage, viewRoot } from "./layout.ts";
import { table } from "./parts.ts";

type Name = keyof Switches;
type Control =
  | { readonly kind: "choice"; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: "number" }
  | { readonly kind: "text" };

const yesNo: Control = { kind: "choice", values: [true, false] };
const number: Control = { kind: "number" };
const text: Control = { kind: "text" };
const choice = (...values: readonly (string | number)[]): Control => ({ kind: "choice", values });

const rows: Readonly<Record<Name, readonly [label: string, control: Control]>> = {
  accountTier: [
    "Subscription of the account",
    choice("free", "starter", "professional", "enterprise"),
  ],
  apiAddOns: ["API add-ons bought", choice(0, 1, 2)],
  leadsObject: ["The account has leads", yesNo],
  scopesTheAccountLacks: ["Scopes the account lacks", text],
  defaultLifecycleStage: ["Stage of new records (empty: none)", text],
  lifecycleBackward: ["A stage moved back is", choice("ignored", "refused", "accepted")],
  dealsMoveLifecycleStages: ["Deals move lifecycle stages", yesNo],
  firstCompanyBecomesPrimary: ["The first company becomes the primary one", yesNo],
  searchIndexLagMs: ["Search answers from the past by (ms)", number],
  searchesPerSecond: ["Searches in a second", number],
  associationsAreLimited: ["Association batches are limited", yesNo],
  secondlyHeaders: ["Headers tell of single seconds", yesNo],
  toObjectIdType: ["Ids of associated records are", choice("number", "string")],
  batchResultOrder: ["Order of a batch's results", choice("reversed", "input")],
  mergedIdsInBatches: ["Ids from before a merge are, in batches", choice("omitted", "notFound")],
  mergesFireCreationAndDeletions: ["A merge is a creation and deletions too", yesNo],
  creationFiresPropertyChanges: ["A creation is property changes too", yesNo],
  calculatedPropertiesFireWebhooks: ["Calculated properties are events", yesNo],
  eventIdsRepeat: ["All events have the same id", yesNo],
  deletionChangeFlag: ["changeFlag of a deletion", text],
  accessTokensOutliveUninstall: ["Access tokens outlive an uninstall", yesNo],
  journalPublishMs: ["A journal file gathers for (ms)", number],
  exportMs: ["An export takes (ms)", number],
  importMs: ["An import takes (ms)", number],
};

/** Doubtful behaviours to choose from, and what only people can set in an account. */
export function switchPage(portal: Portal): string {
  const names = Object.keys(rows) as Name[];
  const cells = names.map((name) => {
    const [label, control] = rows[name];
    const value = portal.switches[name];
    const isChanged = String(value) !== String(defaultSwitches[name]);
    return [
      `<label for="${name}">${label}</label><br><code>${name}</code>`,
      field(name, control, value),
      isChanged ? escapeHtml(String(defaultSwitches[name] ?? "none")) : "",
    ];
  });
  const columns = ["Switch", "Now", "Normally"].map((name) => ({ name }));
  return viewPage(
    "Switches",
    "Switches",
    `<p class="soft">What is not known for certain about HubSpot, and what differs between accounts. A change holds from now on.</p>
<form class="wide" method="post" action="${viewRoot}/switches">
${table("Switches", columns, cells)}
<button type="submit">Set</button>
</form>
<h2>Mandatory properties</h2>
${requiredTable(portal)}
${requiredForm()}
<h2>Owners</h2>
${ownerTable(portal)}`,
  );
}

function field(name: Name, control: Control, value: Switches[Name]): string {
  const common = `id="${name}" name="${name}"`;
  if (control.kind === "choice") {
    const options = control.values.map((each) => {
      const shown = each === true ? "yes" : each === false ? "no" : String(each);
      const selected = each === value ? " selected" : "";
      return `<option value="${escapeHtml(String(each))}"${selected}>${escapeHtml(shown)}</option>`;
    });
    return `<select ${common}>${options.join("")}</select>`;
  }
  const current = escapeHtml(Array.isArray(value) ? value.join(" ") : String(value ?? ""));
  const type = control.kind === "number" ? `type="number" min="0" required` : `autocomplete="off"`;
  return `<input ${common} ${type} value="${current}">`;
}

function requiredTable(portal: Portal): string {
  const cells = [...portal.requiredProperties.rows()].map(({ type, name, when }) => [
    `<code>${escapeHtml(name)}</code>`,
    objectTypes[type].plural,
    when === undefined
      ? "for new records"
      : `while ${escapeHtml(when.property)} is ${escapeHtml(when.values.join(" or "))}`,
    button(`${viewRoot}/required/${type}/${encodeURIComponent(name)}/drop`, "Drop", name),
  ]);
  const columns = ["Property", "Of", "When", "Action"].map((name) => ({ name }));
  return table("What records must have, from version 2026-09 on", columns, cells);
}

function requiredForm(): string {
  const types = objectTypeIds.map(
    (id) => `<option value="${id}">${objectTypes[id].plural}</option>`,
  );
  return `<form method="post" action="${viewRoot}/required">
<label>Of <select name="objectType">${types.join("")}</select></label>
<label>Property <input name="property" required autocomplete="off"></label>
<label>While this property (empty: for new records) <input name="when" autocomplete="off"></label>
<label>has one of these values <input name="values" autocomplete="off"></label>
<button type="submit">Make mandatory</button>
</form>`;
}

function ownerTable(portal: Portal): string {
  const cells = [...portal.owners.rows()].map(({ id, email, archived = false, ...owner }) => [
    escapeHtml(`${owner.firstName} ${owner.lastName}`),
    escapeHtml(email),
    archived ? "left" : "there",
    button(
      `${viewRoot}/owners/${id}/${archived ? "return" : "leave"}`,
      archived ? "Comes back" : "Leaves",
      email,
    ),
  ]);
  const columns = ["Owner", "E-mail", "State", "Action"].map((name) => ({ name }));
  return table("Who owns records", columns, cells);
}

function button(action: string, name: string, what: string): string {
  return `<form method="post" action="${action}"><button type="submit" aria-label="${escapeHtml(`${name}: ${what}`)}">${name}</button></form>`;
}
