import type { Express } from "express";
import { z } from "zod";
import { objectTypeOf } from "../../portal/object-type.ts";
import { setOwnerArchived } from "../../portal/owners.ts";
import type { Portal } from "../../portal/portal.ts";
import { dropRequired, makeRequired } from "../../portal/required-properties.ts";
import { requireProperty } from "../../portal/properties.ts";
import { restoreByPerson } from "../control/account-controls.ts";
import type { Switches } from "../../switches.ts";
import { switchChangesBody } from "../control/switch-changes.ts";
import { viewRoot } from "./layout.ts";
import { takeForm } from "./take-form.ts";

const requiredForm = z
  .strictObject({
    objectType: z.string().transform((name) => objectTypeOf(name).id),
    property: z.string().trim().min(1),
    when: z.string().trim(),
    values: z.string(),
  })
  .transform(({ objectType: type, property: name, when, values }) => ({
    type,
    name,
    ...(when !== "" && { when: { property: when, values: values.split(/[\s,;]+/) } }),
  }));

/** What the page of switches and the recycle bin send. */
export function serveSwitches(app: Express, portal: Portal): void {
  const page = `${viewRoot}/switches`;
  takeForm(app, "/switches", (fields) => {
    portal.changeSwitches(switchChangesBody.parse(valuesOf(portal.switches, fields)));
    return page;
  });
  takeForm(app, "/required", (fields) => {
    const required = requiredForm.parse(fields);
    requireProperty(portal, required.type, required.name);
    if (required.when) requireProperty(portal, required.type, required.when.property);
    makeRequired(portal, required);
    return page;
  });
  takeForm(app, "/required/:type/:name/drop", (_, { type = "", name = "" }) => {
    dropRequired(portal, objectTypeOf(type).id, name);
    return page;
  });
  takeForm(app, "/owners/:id/leave", (_, { id = "" }) => {
    setOwnerArchived(portal, id, true);
    return page;
  });
  takeForm(app, "/owners/:id/return", (_, { id = "" }) => {
    setOwnerArchived(portal, id, false);
    return page;
  });
  takeForm(app, "/records/:type/:id/restore", (_, { type = "", id = "" }) => {
    restoreByPerson(portal, { type: objectTypeOf(type).id, id });
    return `${viewRoot}/records/${objectTypeOf(type).plural}/${encodeURIComponent(id)}`;
  });
}

/** A form knows text only; what a switch has now tells what kind of value the text stands for. */
function valuesOf(
  switches: Switches,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const kinds = new Map(Object.entries(switches).map(([name, value]) => [name, typeof value]));
  const read = (name: string, text: string): unknown => {
    if (kinds.get(name) === "number") return Number(text);
    return kinds.get(name) === "boolean" ? text === "true" : text;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, read(name, text)]));
}
