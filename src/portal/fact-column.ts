import type { FactValue } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { type Codes, growingCodes } from "./growing-codes.ts";

/** A value that occurs, and whether it was only concluded from something else. */
export type Entry = { readonly value: FactValue; readonly isInferred: boolean };

/**
 * One subject of many contacts. A code is 0 where the record was not there to be read, 1 where nothing
 * is known, and from 2 on an entry: values that occur again cost a code each.
 */
export type FactColumn = { readonly codes: Codes; readonly entries: readonly Entry[] };

export type GrowingColumn = {
  readonly add: (fact: Fact<FactValue> | undefined) => void;
  readonly taken: () => FactColumn;
};

/** A column that begins with `absent` contacts without the record. */
export function growingColumn(absent: number): GrowingColumn {
  const codes = growingCodes();
  const entries: Entry[] = [];
  const known = { stated: new Map<unknown, number>(), inferred: new Map<unknown, number>() };
  for (let i = 0; i < absent; i += 1) codes.add(0);

  const codeOf = (fact: Fact<FactValue> | undefined): number => {
    if (fact === undefined) return 0;
    if (fact.kind === "unknown") return 1;
    const { value } = fact;
    const isInferred = fact.evidence.certainty === "inferred";
    const codesOfValues = isInferred ? known.inferred : known.stated;
    const key = typeof value === "object" ? `\u0000${JSON.stringify(value)}` : value;
    const code = codesOfValues.get(key);
    if (code !== undefined) return code;
    codesOfValues.set(key, entries.length + 2);
    return entries.push({ value, isInferred }) + 1;
  };
  return {
    add: (fact) => codes.add(codeOf(fact)),
    taken: () => ({ codes: codes.taken(), entries: [...entries] }),
  };
}
