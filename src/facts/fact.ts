/**
 * What was seen, and where, so that a person can check it.
 * - `stated`: the value itself, in a field made for it;
 * - `normalised`: a free-text value rewritten to a canonical one without doubt;
 * - `inferred`: concluded from something else (a company name, an industry), never enough where a
 *   rule asks for confirmed facts.
 */
export type Evidence = {
  /** The property it was read from, e.g. `company.industry`. */
  readonly property: string;
  /** The words that prove it. */
  readonly text: string;
  readonly certainty: "stated" | "normalised" | "inferred";
};

/** A fact is known or unknown. Unknown is never zero and never false. */
export type Fact<T> =
  | { readonly kind: "known"; readonly value: T; readonly evidence: Evidence }
  | { readonly kind: "unknown" };

export const unknown = { kind: "unknown" } as const satisfies Fact<never>;

export function known<T>(value: T, evidence: Evidence): Fact<T> {
  return { kind: "known", value, evidence };
}
