import type { Playbook } from "../playbook.ts";
import { error, type Problem, warning } from "./problem.ts";

/** Problems of what an SQL takes. */
export function checkReadiness({ readiness, committee, preset }: Playbook) {
  const problems: Problem[] = [];
  if (readiness.required.length === 0)
    problems.push(
      error(
        ["readiness", "required"],
        "Whatever sales accepts would be an SQL at once.",
        "Require at least that the need is confirmed.",
      ),
    );
  if (preset === "quality" && !committee.requiredAtSql)
    problems.push(
      warning(
        ["committee", "requiredAtSql"],
        "A playbook for quality asks for the committee before SQL.",
        "Require it, or start from another preset.",
      ),
    );
  return problems;
}
