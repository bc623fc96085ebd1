import { normalize } from "../facts/normalize.ts";
import { labelOfValue, portalSpellings, type PortalWords } from "../facts/portal-spellings.ts";
import { roles, vocabularies } from "../facts/vocabulary.ts";
import { type FieldId, governedFields } from "./governed-fields.ts";

/**
 * What a value of a governed field is. Values are as HubSpot keeps them, several joined by `;`.
 * - `canonical`: one of the agreed values, or its label;
 * - `certain`: another spelling of `value`; it may be rewritten;
 * - `doubtful`: probably `value`; it may only be proposed;
 * - `unknown`: says nothing that we know.
 */
export type FieldJudgement =
  | { readonly kind: "empty" | "unknown" }
  | { readonly kind: "canonical"; readonly value: string }
  | { readonly kind: "certain" | "doubtful"; readonly value: string; readonly words: string };

/** Judges one value by the shared vocabulary and the portal's own words. */
export function judgeValue(
  field: FieldId,
  text: string | null | undefined,
  words: PortalWords,
): FieldJudgement {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return { kind: "empty" };
  const canonical = canonicalValue(field, trimmed, words);
  if (canonical !== null) return { kind: "canonical", value: canonical };
  const found = read(field, trimmed, words);
  if (found.kind === "none") return { kind: "unknown" };
  const value = [found.value].flat().join(";");
  const isCertain = found.kind === "certain" && !saysMore(field, trimmed, words);
  // A job title in the place of a role proves one only when it is all that was written.
  const isProven = isCertain && (field !== "role" || found.words === trimmed);
  return { kind: isProven ? "certain" : "doubtful", value, words: found.words };
}

/** What people should see for a value of a field. */
export function fieldLabel(field: FieldId, value: string, words: PortalWords): string {
  return value
    .split(";")
    .map((each) => oneLabel(field, each, words))
    .join("; ");
}

/** The agreed values of a field in this portal, with their labels. */
export function fieldValues(
  field: FieldId,
  words: Pick<PortalWords, "vocabulary">,
): Readonly<Record<string, string>> {
  if (field !== "role") return { ...vocabularies[field], ...words.vocabulary[field] };
  return Object.fromEntries(Object.entries(roles).map(([id, { label }]) => [id, label]));
}

function oneLabel(field: FieldId, value: string, words: PortalWords): string {
  if (field !== "role") return labelOfValue(words, field, value);
  return fieldValues(field, words)[value] ?? value;
}

function canonicalValue(field: FieldId, text: string, words: PortalWords): string | null {
  const values = fieldValues(field, words);
  const byLabel = Object.entries(values).find(([, label]) => label === text);
  if (byLabel !== undefined) return byLabel[0];
  const parts = governedFields[field].several ? text.split(";").map((part) => part.trim()) : [text];
  return parts.every((part) => Object.hasOwn(values, part)) ? parts.join(";") : null;
}

function read(field: FieldId, text: string, words: PortalWords) {
  const spellings = portalSpellings(words, field);
  switch (field) {
    case "organizationType":
      return normalize(field, text, spellings);
    case "specialty":
      return normalize(field, text, spellings);
    case "serviceInterest":
      return normalize(field, text, spellings);
    case "careSetting":
      return normalize(field, text, spellings);
    case "role":
      return normalize(field, text, spellings);
  }
}

/** A list of which only some is understood must not be rewritten: the rest would be lost. */
function saysMore(field: FieldId, text: string, words: PortalWords): boolean {
  if (!governedFields[field].several) return false;
  const parts = text.split(/[;,\n|]/u).map((part) => part.trim());
  if (parts.length === 1) return false;
  return parts.some((part) => part !== "" && read(field, part, words).kind !== "certain");
}
