import { z } from "zod";
import { requireProperty } from "../../portal/properties.ts";
import { objectTypeOf } from "../../portal/object-type.ts";
import { restore } from "../../portal/objects.ts";
import { setOwnerArchived } from "../../portal/owners.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { dropRequired, makeRequired } from "../../portal/required-properties.ts";
import { parseBody } from "../parse-body.ts";
import { recordView } from "../record-view.ts";
import { param, type Answer } from "../route.ts";
import type { ControlCall, ControlRoute } from "./control-route.ts";

const requiredBody = z.strictObject({
  objectType: z.string().transform((name) => objectTypeOf(name).id),
  property: z.string(),
  when: z.strictObject({ property: z.string(), values: z.array(z.string()).min(1) }).optional(),
});
const ownerBody = z.strictObject({ archived: z.boolean() });

/** What only people can do in HubSpot's settings: mandatory properties, owners who leave, the recycle bin. */
export function accountControls(portal: Portal): readonly ControlRoute[] {
  return [
    { method: "get", path: "/required-properties", run: list },
    { method: "post", path: "/required-properties", run: require },
    { method: "delete", path: "/required-properties/:type/:property", run: drop },
    { method: "patch", path: "/owners/:id", run: changeOwner },
    { method: "post", path: "/records/:type/:id/restore", run: bringBack },
  ];

  function list(): Answer {
    return { status: 200, body: { results: [...portal.requiredProperties.rows()] } };
  }

  function require({ text }: ControlCall): Answer {
    const { objectType: type, property: name, when } = parseBody(text, requiredBody);
    for (const each of [name, ...(when === undefined ? [] : [when.property])]) {
      requireProperty(portal, type, each);
    }
    makeRequired(portal, { type, name, ...(when && { when }) });
    return { ...list(), status: 201 };
  }

  function drop(call: ControlCall): Answer {
    const { id: type } = objectTypeOf(param(call, "type"));
    const name = param(call, "property");
    if (!dropRequired(portal, type, name)) throw Problem.notFound(`${name} is not mandatory`);
    return { status: 204 };
  }

  function changeOwner(call: ControlCall): Answer {
    const { archived } = parseBody(call.text, ownerBody);
    return { status: 200, body: setOwnerArchived(portal, param(call, "id"), archived) };
  }

  function bringBack(call: ControlCall): Answer {
    const { id: type } = objectTypeOf(param(call, "type"));
    const id = param(call, "id");
    restoreByPerson(portal, { type, id });
    const record = portal.shelves[type].get(id);
    if (record === undefined) throw Problem.recordNotFound(id);
    return { status: 200, body: recordView(portal, record, { properties: [] }) };
  }
}

/** The first owner brings it back, as a person in HubSpot would. */
export function restoreByPerson(portal: Portal, record: Parameters<typeof restore>[1]): void {
  const [person] = portal.owners.rows();
  const userId = person?.userId ?? 0;
  restore(portal, record, {
    source: { type: "CRM_UI", id: `userId:${userId}`, userId },
    at: portal.now(),
    authority: "portal",
  });
}
