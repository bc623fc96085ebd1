import { associationType } from "../../portal/association-type.ts";
import { linksOf } from "../../portal/associations.ts";
import { definitionOf } from "../../portal/definitions.ts";
import { findRecord } from "../../portal/objects.ts";
import {
  objectTypeIds,
  objectTypeOf,
  objectTypes,
  type ObjectType,
} from "../../portal/object-type.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { recordValue, valueHistory, type CrmRecord } from "../../portal/record.ts";
import { escapeHtml } from "../html.ts";
import { viewPage, viewRoot } from "./layout.ts";
import { facts, link, table, time } from "./parts.ts";

const perPage = 50;

/** A page of the records of one type, from an id on. */
export function recordList(portal: Portal, typeName: string, from: number): string {
  const type = objectTypeOf(typeName);
  const found = portal.shelves[type.id].page({ from, limit: perPage + 1, archived: false });
  const shown = found.slice(0, perPage);
  const next = found[perPage];
  const types = objectTypeIds.map((id) => {
    const { plural } = objectTypes[id];
    const size = portal.shelves[id].size();
    return `<li><a href="${viewRoot}/records/${plural}"${id === type.id ? ' aria-current="page"' : ""}>${plural} (${size})</a></li>`;
  });
  const rows = shown.map((record) => [
    link(addressOf(record), record.id),
    escapeHtml(nameOf(record)),
    escapeHtml(record.values["lifecyclestage"] ?? record.values["dealstage"] ?? ""),
    time(record.updatedAt),
  ]);
  const columns = ["Record", "Name", "Stage", "Modified"].map((name) => ({ name }));
  const more =
    next === undefined
      ? ""
      : `<p>${link(`${viewRoot}/records/${type.plural}?from=${next.id}`, "Next page")}</p>`;
  return viewPage(
    capital(type.plural),
    "Records",
    `<nav aria-label="Types of record"><ul>${types.join("")}</ul></nav>
<form method="get" action="${viewRoot}/records/${type.plural}/find">
<label>Record id${type.id === "0-1" ? " or e-mail address" : ""} <input name="id" required autocomplete="off"></label>
<button type="submit">Open</button>
</form>
${table(`Up to ${perPage} ${type.plural}, by id`, columns, rows)}
${more}`,
  );
}

/** Where the record with an id, or a contact with an address, is shown. */
export function findAddress(portal: Portal, typeName: string, id: string): string {
  const type = objectTypeOf(typeName);
  const idProperty = type.id === "0-1" && id.includes("@") ? "email" : undefined;
  const record = findRecord(portal, type.id, { id: id.trim(), idProperty });
  if (record === undefined) throw Problem.recordNotFound(id);
  return addressOf(record);
}

/** One record: properties with all values they had, and associations. */
export function recordPage(portal: Portal, typeName: string, id: string): string {
  const type = objectTypeOf(typeName);
  const record = portal.shelves[type.id].get(id) ?? findRecord(portal, type.id, { id });
  if (record === undefined) throw Problem.recordNotFound(id);
  const archived = record.archivedAt;
  return viewPage(
    nameOf(record),
    "Records",
    `${facts([
      ["Type", escapeHtml(`${type.singular} (${type.id})`)],
      ["Id", record.id],
      [
        "Created",
        `${time(record.createdAt)} by ${escapeHtml(record.origin.type)} ${escapeHtml(record.origin.id)}`,
      ],
      ["Modified", time(record.updatedAt)],
      ...(archived === undefined ? [] : [["In the recycle bin since", time(archived)] as const]),
    ])}
${archived === undefined ? "" : restoreForm(record)}
<h2>Properties</h2>
${propertyTable(portal, record)}
<h2>Associations</h2>
${associationTable(portal, record, type)}`,
  );
}

function restoreForm(record: CrmRecord): string {
  return `<form method="post" action="${addressOf(record)}/restore"><button type="submit">Bring back from the recycle bin</button></form>`;
}

function propertyTable(portal: Portal, record: CrmRecord): string {
  const names = [...new Set([...Object.keys(record.values), ...Object.keys(record.history)])];
  const rows = names.toSorted().map((name) => {
    const versions = valueHistory(record, name);
    const label = definitionOf(portal, record.type, name)?.label ?? "";
    const [latest] = versions;
    return [
      `<code>${escapeHtml(name)}</code><br><small>${escapeHtml(label)}</small>`,
      escapeHtml(recordValue(record, name) ?? ""),
      latest === undefined ? "" : `${time(latest.timestamp)}<br><small>${sourceOf(latest)}</small>`,
      historyOf(versions),
    ];
  });
  const columns = ["Property", "Value", "Set", "History"].map((name) => ({ name }));
  return table("Properties that have or had a value", columns, rows);
}

type Versions = ReturnType<typeof valueHistory>;

function historyOf(versions: Versions): string {
  if (versions.length < 2) return '<span class="soft">one value</span>';
  const items = versions.map((version) => {
    const value = version.value === "" ? "cleared" : escapeHtml(version.value);
    return `<li>${value}<br><small>${time(version.timestamp)}, ${sourceOf(version)}</small></li>`;
  });
  return `<details><summary>${versions.length} values</summary><ol>${items.join("")}</ol></details>`;
}

function sourceOf({ source }: Versions[number]): string {
  return escapeHtml(`${source.type} ${source.id}`.trim());
}

function associationTable(portal: Portal, record: CrmRecord, type: ObjectType): string {
  const rows = objectTypeIds.flatMap((to) =>
    linksOf(portal, record, to).map((found) => {
      const other = portal.shelves[to].get(found.to.id);
      const types = found.typeIds.map((typeId) => {
        const { label, name } = associationType(portal, typeId);
        return `${label ?? name} (${typeId})`;
      });
      return [
        other === undefined ? found.to.id : link(addressOf(other), nameOf(other)),
        objectTypes[to].singular,
        escapeHtml(types.join(", ")),
      ];
    }),
  );
  const columns = ["Record", "Type", "Labels"].map((name) => ({ name }));
  return table(`What the ${type.singular} is associated with`, columns, rows);
}

function addressOf({ type, id }: CrmRecord): string {
  return `${viewRoot}/records/${objectTypes[type].plural}/${id}`;
}

function nameOf({ values, id, type }: CrmRecord): string {
  const person = [values["firstname"], values["lastname"]].filter(Boolean).join(" ");
  const names = [
    person,
    values["name"],
    values["dealname"],
    values["hs_lead_name"],
    values["email"],
  ];
  return names.find((name) => name) ?? `${objectTypes[type].singular} ${id}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
