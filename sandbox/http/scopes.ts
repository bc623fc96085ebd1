import { objectTypeOf } from "../portal/object-type.ts";
import type { Route, ScopeGroup } from "./route.ts";

type Scopes = NonNullable<Route["scopes"]>;

/** The scope to read or write records of the type named by `:type`. */
export function recordScope(access: "read" | "write"): Scopes {
  return ({ type = "" }) => [recordGroup(type, access)];
}

/** Associations need the scope of both ends: `:type` (or `:from`) and `:to`. */
export function associationScope(access: "read" | "write"): Scopes {
  return ({ type, from = type ?? "", to = "" }) => [
    recordGroup(from, access),
    recordGroup(to, access),
  ];
}

/** Definitions may be read with the records' scope too, and changed with their own only. */
export function schemaScope(access: "read" | "write"): Scopes {
  return ({ type, from = type ?? "" }) => {
    const { plural } = objectTypeOf(from);
    const own = `crm.schemas.${plural}.${access}`;
    return [access === "read" ? [own, `crm.objects.${plural}.read`] : [own]];
  };
}

export function fixedScope(scope: string): Scopes {
  return () => [[scope]];
}

function recordGroup(name: string, access: "read" | "write"): ScopeGroup {
  return [`crm.objects.${objectTypeOf(name).plural}.${access}`];
}
