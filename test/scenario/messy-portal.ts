import { smallPortal } from "./small-portal.ts";
import type { SeedPortal, SeedProperty } from "../../sandbox/seed/seed-portal.ts";

/** A second property for the same thing, as portals collect them. */
const lookAlike: SeedProperty = {
  objectType: "contacts",
  name: "field_of_work",
  label: "Field of work",
  type: "enumeration",
  fieldType: "select",
  options: ["Cardiology", "Ortho", "Pediatrics", "Something else"].map((label) => ({
    label,
    value: label,
  })),
};

type Values = Readonly<Record<string, string>>;

/** The small portal with contacts whose fields are written in all sorts of ways, by first name. */
export function messyPortal(people: Readonly<Record<string, Values>>, now: number): SeedPortal {
  const small = smallPortal(now);
  const createdAt = new Date(now - 40 * 86_400_000).toISOString();
  const contacts = Object.entries(people).map(([firstname, values]) => ({
    key: firstname,
    properties: { firstname, email: addressOf(firstname), ...values },
    createdAt,
  }));
  const properties = [...small.properties, lookAlike];
  return { ...small, properties, contacts: [...small.contacts, ...contacts] };
}

export function addressOf(firstname: string): string {
  return `${firstname.toLowerCase()}@fields.example`;
}
