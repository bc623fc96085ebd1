import type { z } from "zod";
import { error, type Path, type Problem } from "../../src/playbook/check/problem.ts";
import { didYouMean } from "../../src/playbook/check/nearest.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a document, as problems of a playbook, one a place. */
export function shapeProblems(issues: readonly Issue[], under: Path = []): readonly Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, [...under, ...issue.path.map(keyOf)]));
}

function problemsOf(issue: Issue, path: Path): readonly Problem[] {
  const { input } = issue;
  const written = typeof input === "string" ? input : (JSON.stringify(input) ?? "");
  switch (issue.code) {
    case "invalid_union":
      return unionProblems(issue, path);
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        error([...path, key], `Nobody reads “${key}” here.`, "Remove it, or correct its name."),
      );
    case "invalid_value":
      return [
        error(
          path,
          issue.input === undefined ? "This is missing." : `“${written}” is not known.`,
          didYouMean(written, issue.values.map(String)),
        ),
      ];
    case "invalid_type": {
      const isMissing = issue.input === undefined;
      const message = isMissing ? "This is missing." : `This must be ${article(issue.expected)}.`;
      return [error(path, message, `Write ${article(issue.expected)}.`)];
    }
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "too_big":
    case "too_small":
    case "custom":
      return [error(path, `${issue.message}.`.replace("..", "."), "Correct it.")];
  }
}

/** Of the forms that something may have, the one that was most probably meant. */
function unionProblems(issue: Extract<Issue, { code: "invalid_union" }>, path: Path) {
  const [nearest] = issue.errors
    .map((issues) => ({ issues, distance: distanceOf(issues) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined
    ? [error(path, "This has none of the forms that it may have.", "Correct it.")]
    : shapeProblems(nearest.issues, path);
}

/** Keys that do not belong there tell most; then what else is wrong, the nested less than the outer. */
function distanceOf(issues: readonly Issue[]): number {
  let distance = 0;
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") distance += 100 * issue.keys.length;
    else distance += issue.path.length === 0 ? 20 : 10;
  }
  return distance;
}

function article(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    array: "a list",
    boolean: "true or false",
    int: "a whole number",
    number: "a number",
    object: "keys with values",
    record: "keys with values",
    string: "a text",
  };
  return words[expected] ?? `a ${expected}`;
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === "number" ? key : String(key);
}
