import type { Playbook } from "../playbook.ts";
import { error, type Problem, warning } from "./problem.ts";

/** Problems of what an SQL takes, and of the words of a portal's own. */
export function checkReadiness({ readiness, committee, preset, synonyms }: Playbook) {
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
  for (const [fact, spellings] of Object.entries(synonyms))
    for (const [text, value] of Object.entries(spellings ?? {})) {
      if (text.trim() !== "" && value.trim() !== "") continue;
      problems.push(
        error(
          ["synonyms", fact, text],
          "A spelling and what it stands for are both needed.",
          "Fill in both, or remove it.",
        ),
      );
    }
  return problems;
}
