import {
  type ContactFacts,
  exclusionIds,
  type FactValue,
  type Subject,
} from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { Signal } from "../facts/signal.ts";
import { countedSignals } from "../scoring/counted-signals.ts";
import { type FactColumn, type GrowingColumn, growingColumn } from "./fact-column.ts";
import { growingCodes } from "./growing-codes.ts";
import { growingSignals, type SignalColumns } from "./signal-columns.ts";

/**
 * What an MQL of many contacts depends on, a column a subject, so that a whole portal fits in memory and
 * is judged at once. Facts are as one playbook reads them: they serve every other that reads alike, whatever
 * its points, minimums, conditions, half-lives and caps.
 */
export type PortalColumns = {
  readonly size: number;
  readonly facts: ReadonlyMap<Subject, FactColumn>;
  readonly signals: SignalColumns;
  /** By contact, one of `gates` for what neither fit nor intent says, and whether it is bought. */
  readonly gates: Uint8Array;
  /** By contact, 1 where signals were not read. */
  readonly unread: Uint8Array;
};

/** How a contact fares beside fit and intent; what excludes comes first. */
export const gates = ["excluded", "fails", "undecided", "passes"] as const;
export type Gate = (typeof gates)[number];
/** Added to the gate of a bought contact: it needs confirmed fit as well. */
export const boughtBit = 4;

type Known = Pick<
  ContactFacts,
  | "profile"
  | "properties"
  | "exclusions"
  | "contactable"
  | "source"
  | "domainVerified"
  | "signalsRead"
  | "signals"
>;

type Facts = Readonly<Partial<Record<Subject, Fact<FactValue>>>>;

/** Collects contacts one by one; `evidenceFrom` is that of the contact's standing. */
export function collectColumns() {
  const facts = new Map<Subject, GrowingColumn>();
  const signals = growingSignals();
  const gateCodes = growingCodes();
  const unread = growingCodes();
  let size = 0;

  const columnOf = (subject: Subject): GrowingColumn => {
    const column = facts.get(subject) ?? growingColumn(size);
    facts.set(subject, column);
    return column;
  };
  return {
    add: (known: Known, evidenceFrom: number | null): void => {
      const counted = countedSignals(known.signals, evidenceFrom);
      const all: Facts = { ...known.profile, ...known.properties };
      for (const subject of subjectsIn(all)) columnOf(subject);
      for (const [subject, column] of facts) column.add(all[subject]);
      signals.add(known.signalsRead ? counted : []);
      unread.add(known.signalsRead ? 0 : 1);
      gateCodes.add(gates.indexOf(gateOf(known, counted)) + (isBought(known) ? boughtBit : 0));
      size += 1;
    },
    taken: (): PortalColumns => ({
      size,
      facts: new Map([...facts].map(([subject, column]) => [subject, column.taken()])),
      signals: signals.taken(),
      gates: Uint8Array.from(gateCodes.taken()),
      unread: Uint8Array.from(unread.taken()),
    }),
  };
}

/** Bytes that the columns take, without the values that occur in them. */
export function bytesOf({ facts, signals, gates: codes, unread }: PortalColumns): number {
  const columns = [...facts.values()].map((column) => column.codes);
  return [...columns, signals.starts, signals.codes, signals.at, codes, unread].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
}

function subjectsIn(facts: Facts): readonly Subject[] {
  return Object.keys(facts) as Subject[];
}

function isBought({ source }: Known): boolean {
  return source.kind === "known" && source.value === "syndication";
}

/** As `judgeMql` has it, without fit and intent. */
function gateOf(known: Known, counted: readonly Signal[]): Gate {
  const { exclusions, contactable, domainVerified, signalsRead } = known;
  const isExcluded = exclusionIds.some((id) => isTrue(exclusions[id]));
  if (isExcluded) return "excluded";
  const tests = [outcomeOf(contactable)];
  if (isBought(known)) {
    const hasOwn = counted.some(({ own }) => own);
    tests.push(outcomeOf(domainVerified));
    tests.push(!signalsRead ? "undecided" : hasOwn ? "passes" : "fails");
  }
  return (["fails", "undecided"] as const).find((each) => tests.includes(each)) ?? "passes";
}

function outcomeOf(fact: Fact<boolean>): Exclude<Gate, "excluded"> {
  if (fact.kind === "unknown") return "undecided";
  return fact.value ? "passes" : "fails";
}

function isTrue(fact: Fact<boolean>): boolean {
  return fact.kind === "known" && fact.value;
}
