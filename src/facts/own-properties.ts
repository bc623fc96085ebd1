import type { OwnProperty } from "../playbook/playbook.ts";
import { parseInstant } from "./civil-date.ts";
import type { FactValue, OwnFacts, PropertyName, Subject } from "./contact-facts.ts";
import { type Fact, unknown } from "./fact.ts";
import { find, type Found, type Records, stated } from "./read-text.ts";

/**
 * Whether a subject is a property of the portal's own. Asked some hundred times a decision: both kinds
 * of record have seven letters, and no fact of ours has a dot.
 */
export function isPropertyName(subject: Subject): subject is PropertyName {
  return subject.charCodeAt(7) === dot;
}

const dot = ".".charCodeAt(0);

/** The portal's own properties as facts. Those of a record that is not there are left out. */
export function readOwnProperties(records: Records, properties: readonly OwnProperty[]): OwnFacts {
  const facts: Partial<Record<PropertyName, Fact<FactValue>>> = {};
  for (const { id, kind } of properties) {
    const record = id.startsWith("company.") ? records.company : records.contact;
    if (record === null) continue;
    const found = find(records, id);
    facts[id] = found === null ? unknown : read(found, kind);
  }
  return facts;
}

/** A text that is not what the property should hold says nothing. */
function read(found: Found, kind: OwnProperty["kind"]): Fact<FactValue> {
  const { text } = found;
  switch (kind) {
    case "text":
    case "choice":
      return stated(text, found);
    case "choices":
      return stated(
        text.split(";").map((each) => each.trim()),
        found,
      );
    case "number":
      return Number.isFinite(Number(text)) ? stated(Number(text), found) : unknown;
    case "date": {
      const at = parseInstant(text);
      return at === null ? unknown : stated(at, found);
    }
  }
}
