import { isFilled } from "../committee/people.ts";
import type {
  Coverage,
  Missing,
  MissingFact,
  NotYetReason,
  Readiness,
  Standing,
  Verdict,
} from "../decision.ts";
import { signalKinds, signalLabels } from "../facts/signal.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { missingFactLabels } from "./fact-labels.ts";
import {
  factQuestions,
  itemQuestions,
  ownPropertyMissing,
  signalsUnread,
  snakeCase,
} from "./questions.ts";

type Known = {
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly readiness: Readiness;
  readonly committee: Coverage;
  readonly playbook: Playbook;
};

/**
 * What keeps a contact from its next step, with the question that settles it: for MQL and SQL what SQL
 * asks for, before that what MQL asks for. Ids are stable: they are options of `medqual_missing`.
 */
export function listMissing(known: Known): readonly Missing[] {
  const { standing, verdict, playbook } = known;
  switch (standing.status) {
    case "mql":
    case "sql":
      return [...missingItems(known.readiness), ...missingCommittee(known)];
    case "hold":
      return verdict.kind === "hold" ? missingFacts(verdict.missing, playbook) : [];
    case "nurture":
      return verdict.kind === "not_yet"
        ? verdict.because.map((reason) => missingForMql(reason, playbook))
        : [];
    case "recycled":
      return [...unexplained(standing), missingForMql("intent", playbook)];
    case "disqualified":
    case "customer":
      return [];
  }
}

function missingItems({ lines }: Readiness): readonly Missing[] {
  return lines
    .filter(({ required, state }) => required && state !== "confirmed")
    .map(({ id, label, caveat }) => {
      const question = caveat === null ? itemQuestions[id] : `${itemQuestions[id]} ${caveat}`;
      return { id, label, question };
    });
}

function missingCommittee({ committee, playbook }: Known): readonly Missing[] {
  if (!playbook.committee.requiredAtSql || committee.completeForSql) return [];
  return [{ id: "committee", label: "Buying committee", question: committeeQuestion(committee) }];
}

function committeeQuestion({ templateId, roles }: Coverage): string {
  if (templateId === null)
    return "Which type of organization is it? Until then nobody can say who has to agree.";
  const labels = roles
    .filter(({ needed, state }) => needed === "sql" && !isFilled({ state }))
    .map(({ label }) => label);
  return `Who speaks for ${labels.join(", and who for ")}?`;
}

function missingFacts(facts: readonly MissingFact[], playbook: Playbook): readonly Missing[] {
  if (facts.length === 0) return [signalsUnread];
  return facts.map((id) => missingFact(id, playbook));
}

/** A fact to learn, as a question: one of ours, or a property of the portal's own. */
export function missingFact(id: MissingFact, playbook: Playbook): Missing {
  if (id !== "domain" && isPropertyName(id))
    return ownPropertyMissing(id, compiled(playbook).labelOf(id));
  return { id: snakeCase(id), label: missingFactLabels[id], question: factQuestions[id] };
}

function missingForMql(reason: NotYetReason, playbook: Playbook): Missing {
  switch (reason) {
    case "fit":
      return {
        id: "fit",
        label: "Fit",
        question:
          "Is everything known about the organization right? As it stands, it does not fit.",
      };
    case "intent":
      return { id: "intent", label: "Interest", question: intentQuestion(playbook) };
    case "not_contactable":
      return {
        id: "contactable",
        label: "Permission to contact",
        question: "Is there an address at which the contact may be written to?",
      };
    case "syndication":
      return {
        id: "syndication",
        label: "Proof for a syndicated lead",
        question:
          "Is there a verified business e-mail domain, confirmed fit, and a second sign of interest on your own website?",
      };
  }
}

/** Exact: each of these carries a contact over the minimum alone, whatever else has decayed. */
function intentQuestion({ intent }: Playbook): string {
  const enough = signalKinds.filter((kind) => {
    const { points, cap } = intent.signals[kind];
    return Math.min(points, cap) >= intent.minimum;
  });
  const labels = enough.map((kind) => signalLabels[kind]);
  if (labels.length === 0) return "Several new signs of interest are needed.";
  return `One new sign of interest is enough: ${labels.join("; ")}.`;
}

function unexplained({ handoff }: Standing): readonly Missing[] {
  if (handoff.kind !== "returned" || handoff.reason !== null) return [];
  const question = "Why did sales return it? The reason decides whether it may come back.";
  return [{ id: "return_reason", label: "Return reason", question }];
}
