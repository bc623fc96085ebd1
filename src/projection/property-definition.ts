export type PropertyOption = { readonly label: string; readonly value: string };

/** A property of ours in a portal. Results are written by us; inputs by people, forms and workflows. */
export type PropertyDefinition = {
  readonly objectType: "contacts" | "companies" | "deals";
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: "string" | "number" | "date" | "datetime" | "enumeration";
  readonly fieldType: "textarea" | "number" | "date" | "select" | "checkbox";
  readonly options?: readonly PropertyOption[];
  readonly role: "result" | "input";
};
