import type { Subject } from "../facts/contact-facts.ts";
import type { Evidence } from "../facts/fact.ts";
import { type Criterion, subjectsOf, testsOf } from "./criterion.ts";
import { type FactOf, judgeTest } from "./judge.ts";

/** What a met criterion rests on: the subjects of those of its tests that are met. */
export function provingSubjects(criterion: Criterion, factOf: FactOf): readonly Subject[] {
  const met = testsOf(criterion).filter((test) => judgeTest(test, factOf) === "met");
  return subjectsOf(criterion).filter((each) => met.some(({ fact }) => fact === each));
}

/** Evidence of several subjects as one; a conclusion is as certain as its least certain part. */
export function evidenceOf(subjects: readonly Subject[], factOf: FactOf): Evidence | null {
  const first = subjects[0];
  if (first === undefined) return null;
  if (subjects.length === 1) return evidenceFor(first, factOf);
  const seen = subjects.map((each) => evidenceFor(each, factOf)).filter((each) => each !== null);
  const [property] = seen.map((each) => each.property);
  if (property === undefined) return null;
  const certainties = seen.map(({ certainty }) => certainty);
  const certainty =
    (["inferred", "normalised"] as const).find((each) => certainties.includes(each)) ?? "stated";
  return { property, text: seen.map(({ text }) => text).join("; "), certainty };
}

function evidenceFor(subject: Subject, factOf: FactOf): Evidence | null {
  const fact = factOf(subject);
  return fact?.kind === "known" ? fact.evidence : null;
}
