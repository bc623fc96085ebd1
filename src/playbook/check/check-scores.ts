import { boundsOf } from "../../criteria/score.ts";
import { type SignalKind, signalKinds, signalLabels } from "../../facts/signal.ts";
import { maximum } from "../../scoring/dimension.ts";
import { compiled } from "../compiled.ts";
import type { Playbook, SignalWorth } from "../playbook.ts";
import { checkCriteria } from "./check-criteria.ts";
import { error, type Path, type Problem, warning } from "./problem.ts";

/** Problems of fit and intent: what they ask for, and what can be reached. */
export function checkScores(playbook: Playbook): readonly Problem[] {
  const { fit, intent } = playbook;
  const criteria = [
    ...checkCriteria(fit.criteria, ["fit", "criteria"], playbook),
    ...checkCriteria(intent.criteria, ["intent", "criteria"], playbook),
  ];
  const signals = signalKinds.flatMap((kind) => checkSignal(kind, playbook));
  const isReadable = ![...criteria, ...signals].some(({ severity }) => severity === "error");
  return [
    ...checkMinimum(fit.minimum, "fit"),
    ...checkMinimum(intent.minimum, "intent"),
    ...criteria,
    ...signals,
    ...(isReadable ? checkReachable(playbook) : []),
  ];
}

function checkMinimum(minimum: number, dimension: "fit" | "intent"): readonly Problem[] {
  const path = [dimension, "minimum"];
  if (!Number.isInteger(minimum))
    return [error(path, `${minimum} is not a whole number of points.`, "Round it.")];
  if (minimum > 0) return [];
  const other = dimension === "fit" ? "intent" : "fit";
  return [
    error(
      path,
      `A minimum of ${minimum} lets ${other} alone make an MQL.`,
      "Set it to at least 1: fit and intent never stand in for each other.",
    ),
  ];
}

function checkReachable(playbook: Playbook): readonly Problem[] {
  const { fitPlan, intentPlan } = compiled(playbook);
  const upperOf = (plan: typeof fitPlan) => boundsOf(plan, () => undefined).high;
  const most = { fit: upperOf(fitPlan), intent: signalsReach(playbook) + upperOf(intentPlan) };
  return (["fit", "intent"] as const).flatMap((dimension) => {
    const reach = most[dimension];
    const { minimum } = playbook[dimension];
    if (reach < minimum)
      return [
        error(
          [dimension, "minimum"],
          `Nobody can reach ${minimum} points: ${reach} is the most.`,
          `Lower the minimum to ${Math.max(1, reach)} or less, or give more points.`,
        ),
      ];
    // Interest is capped at the maximum; more of it only means that there are several ways to get there.
    const isWrong = dimension === "fit" ? reach !== maximum : reach < maximum;
    if (!isWrong) return [];
    return [
      error(
        [dimension, dimension === "fit" ? "criteria" : "signals"],
        `The most that can be reached is ${reach} points, not ${maximum}.`,
        `${reach < maximum ? `Add ${maximum - reach}` : `Take away ${reach - maximum}`} points, so that a score means the same in every playbook.`,
      ),
    ];
  });
}

/** The most that signals can give together: repeats carry each kind up to its cap. */
function signalsReach({ intent }: Playbook): number {
  return signalKinds
    .map((kind) => intent.signals[kind])
    .filter((rule) => worths(rule).some(({ worth }) => worth.points > 0))
    .reduce((sum, { cap }) => sum + cap, 0);
}

function checkSignal(kind: SignalKind, { intent }: Playbook): readonly Problem[] {
  const rule = intent.signals[kind];
  const path = ["intent", "signals", kind];
  const most = Math.max(...worths(rule).map(({ worth }) => worth.points));
  const label = signalLabels[kind];
  return [
    ...worths(rule).flatMap(({ at, worth }) => checkWorth(worth, [...path, ...at])),
    ...(rule.cap < 0
      ? [error([...path, "cap"], "A cap is never negative.", "Use 0 or more.")]
      : []),
    ...(rule.cap >= 0 && rule.cap < most
      ? [
          warning(
            [...path, "cap"],
            `${label}: one signal is worth ${most} points, but only ${rule.cap} ever count.`,
            `Raise the cap to ${most}, or lower the points.`,
          ),
        ]
      : []),
  ];
}

/** Points are never negative, and something is left of them for a while. */
export function checkWorth({ points, halfLifeDays }: SignalWorth, path: Path): readonly Problem[] {
  const problems: Problem[] = [];
  if (!(points >= 0))
    problems.push(
      error(
        [...path, "points"],
        `A signal cannot be worth ${points} points.`,
        "Use 0 or more: what speaks against a contact belongs to fit.",
      ),
    );
  if (!(halfLifeDays > 0))
    problems.push(
      error(
        [...path, "halfLifeDays"],
        `A half-life of ${halfLifeDays} days leaves nothing.`,
        "Use a number of days above 0.",
      ),
    );
  return problems;
}

function worths(rule: Playbook["intent"]["signals"][SignalKind]) {
  const { byStage = {} } = rule;
  return [
    { at: [] as Path, worth: rule as SignalWorth },
    ...Object.entries(byStage).map(([stage, worth]) => ({ at: ["byStage", stage], worth })),
  ];
}
