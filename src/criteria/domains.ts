import type { FactId, Subject } from "../facts/contact-facts.ts";
import {
  careSettings,
  organizationTypes,
  roles,
  serviceInterests,
  specialties,
} from "../facts/vocabulary.ts";
import { isOwnValue } from "../facts/vocabulary.ts";
import type { Condition } from "./criterion.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { OwnProperty } from "../playbook/playbook.ts";

/** Which values a subject may have. */
export type Domain =
  /** Exactly one of these. */
  | { readonly kind: "one"; readonly values: readonly string[] }
  /** Any number of these. */
  | { readonly kind: "some"; readonly values: readonly string[] }
  /** 0, 1, 2 … */
  | { readonly kind: "count" }
  /** Any number; dates are epoch milliseconds. */
  | { readonly kind: "number" }
  | { readonly kind: "text" }
  /** Any number of texts. */
  | { readonly kind: "texts" };

export const factDomains: Readonly<Record<FactId, Domain>> = {
  organizationType: { kind: "one", values: Object.keys(organizationTypes) },
  specialty: { kind: "one", values: Object.keys(specialties) },
  serviceInterest: { kind: "some", values: Object.keys(serviceInterests) },
  role: { kind: "some", values: Object.keys(roles) },
  careSetting: { kind: "some", values: Object.keys(careSettings) },
  size: { kind: "count" },
  providers: { kind: "count" },
  beds: { kind: "count" },
  sites: { kind: "count" },
  email: { kind: "one", values: ["business", "shared", "free-mail", "education"] },
  country: { kind: "text" },
  region: { kind: "text" },
  ehr: { kind: "text" },
};

/** The domain of a subject. Options of a portal's own choice are left open: a portal may add some any day. */
export function domainOf(subject: Subject, properties: readonly OwnProperty[]): Domain {
  if (!isPropertyName(subject)) return factDomains[subject];
  switch (properties.find(({ id }) => id === subject)?.kind) {
    case "number":
    case "date":
      return { kind: "number" };
    case "choices":
      return { kind: "texts" };
    case "text":
    case "choice":
    case undefined:
      return { kind: "text" };
  }
}

/** The domain with those values of a portal's own that these conditions name: others they do not tell apart. */
export function withNamedValues(domain: Domain, conditions: readonly Condition[]): Domain {
  if (domain.kind !== "one" && domain.kind !== "some") return domain;
  const named = conditions.flatMap((each) => {
    if ("values" in each) return each.values.map(String);
    return "value" in each ? [String(each.value)] : [];
  });
  const own = named.filter(isOwnValue);
  return own.length === 0 ? domain : { ...domain, values: [...domain.values, ...new Set(own)] };
}
