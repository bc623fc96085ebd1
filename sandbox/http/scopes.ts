import { objectTypeOf, type ObjectTypeId } from "../portal/object-type.ts";
import type { Route, ScopeGroup } from "./route.ts";

type Scopes = NonNullable<Route["scopes"]>;
type Access = "read" | "write";

/** The scope to read or write records of the type named by `:type`. */
export function recordScope(access: Access): Scopes {
  return ({ type = "" }) => [recordGroup(type, access)];
}

/** Associations need the scope of both ends: `:type` (or `:from`) and `:to`. */
export function associationScope(access: Access): Scopes {
  return ({ type, from = type ?? "", to = "" }) => [
    recordGroup(from, access),
    recordGroup(to, access),
  ];
}

/** Definitions may be read with the records' scope too, and changed with their own only. */
export function schemaScope(access: Access): Scopes {
  return ({ type, from = type ?? "" }) => {
    const name = schemaNames[objectTypeOf(from).id] ?? objectTypeOf(from).plural;
    const own = `crm.schemas.${name}.${access}`;
    return [access === "read" ? [own, ...recordGroup(from, "read")] : [own]];
  };
}

export function fixedScope(scope: string): Scopes {
  return () => [[scope]];
}

/** Activities have no schema scope: their definitions go with those of contacts. */
const schemaNames: Partial<Record<ObjectTypeId, string>> = {
  "0-27": "contacts",
  "0-46": "contacts",
  "0-47": "contacts",
  "0-48": "contacts",
  "0-49": "contacts",
};

/**
 * Activities go with the scope of contacts; one-to-one e-mails need one of their own, which no
 * install page offers under the name that the others would suggest.
 */
function recordGroup(name: string, access: Access): ScopeGroup {
  const { id, plural } = objectTypeOf(name);
  if (id === "0-49" && access === "read") return ["sales-email-read"];
  if (schemaNames[id] !== undefined) return [`crm.objects.contacts.${access}`];
  return [`crm.objects.${plural}.${access}`];
}
