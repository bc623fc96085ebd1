import { organizationTypes, roles } from "../../facts/vocabulary.ts";
import type { CommitteeTemplate, Playbook, RoleRequirement, Solution } from "../playbook.ts";
import { didYouMean } from "./nearest.ts";
import { duplicateIds, error, type Path, type Problem, warning } from "./problem.ts";

/** Problems of the committee templates. */
export function checkCommittee(playbook: Playbook): readonly Problem[] {
  const { templates } = playbook.committee;
  const path = ["committee", "templates"];
  const own = Object.keys(playbook.vocabulary.organizationType ?? {});
  const types = [...Object.keys(organizationTypes), ...own];
  return [
    ...duplicateIds(templates, path),
    ...templates.flatMap((template, i) => checkTemplate(template, [...path, i], types)),
    ...checkShadowed(templates, path),
    ...checkSolutions(playbook),
  ];
}

function checkTemplate(
  template: CommitteeTemplate,
  path: Path,
  known: readonly string[],
): readonly Problem[] {
  const { id, atSql, later, organizationTypes: types } = template;
  const problems: Problem[] = [];
  if (atSql.length + later.length === 0)
    problems.push(
      error(path, `The template “${id}” asks for nobody.`, "Add the roles it needs, or remove it."),
    );
  else if (atSql.length === 0)
    problems.push(
      warning(
        [...path, "atSql"],
        `The template “${id}” asks for nobody before SQL.`,
        "Move the role that has to be there first.",
      ),
    );
  for (const [i, type] of types.entries())
    if (!known.includes(type))
      problems.push(
        error(
          [...path, "organizationTypes", i],
          `There is no organization type “${type}”.`,
          didYouMean(type, known),
        ),
      );
  return [
    ...problems,
    ...duplicateIds(atSql, [...path, "atSql"]),
    ...duplicateIds(later, [...path, "later"]),
    ...atSql.flatMap((each, i) => checkRequirement(each, [...path, "atSql", i])),
    ...later.flatMap((each, i) => checkRequirement(each, [...path, "later", i])),
  ];
}

function checkRequirement(requirement: RoleRequirement, path: Path): readonly Problem[] {
  const { label, people, weight } = requirement;
  const problems: Problem[] = [];
  if (requirement.roles.length === 0)
    problems.push(error([...path, "roles"], `No role fills “${label}”.`, "Name a role that does."));
  for (const [i, role] of requirement.roles.entries())
    if (!Object.hasOwn(roles, role))
      problems.push(
        error(
          [...path, "roles", i],
          `There is no role “${role}”.`,
          didYouMean(role, Object.keys(roles)),
        ),
      );
  if (!(Number.isInteger(people) && people > 0))
    problems.push(
      error([...path, "people"], `“${label}” asks for ${people} people.`, "Ask for 1 or more."),
    );
  if (!(weight > 0))
    problems.push(
      error([...path, "weight"], `“${label}” counts for nothing.`, "Use a weight above 0."),
    );
  return problems;
}

/** Of two templates for one type and solution, the later one is never used. */
function checkShadowed(templates: readonly CommitteeTemplate[], path: Path): readonly Problem[] {
  const seen = new Map<string, string>();
  return templates.flatMap(({ id, organizationTypes: types, solutions }, i) =>
    types.flatMap((type, at) =>
      solutions.flatMap((solution) => {
        const first = seen.get(`${type} ${solution}`);
        if (first === undefined) seen.set(`${type} ${solution}`, id);
        if (first === undefined || first === id) return [];
        return [
          error(
            [...path, i, "organizationTypes", at],
            `“${type}” with ${solution} belongs to the template “${first}” already.`,
            "Remove it from one of the two.",
          ),
        ];
      }),
    ),
  );
}

function checkSolutions({ committee, offers, solution }: Playbook): readonly Problem[] {
  const served = new Set(committee.templates.flatMap(({ solutions }) => solutions));
  const problem = (wanted: Solution, path: Path) =>
    error(
      path,
      `No committee template is made for ${wanted}.`,
      `Add a template for ${wanted}, or choose another solution.`,
    );
  return [
    ...(served.has(solution) ? [] : [problem(solution, ["solution"])]),
    ...offers.flatMap((offer, i) =>
      offer.solution === null || served.has(offer.solution)
        ? []
        : [problem(offer.solution, ["offers", i, "solution"])],
    ),
  ];
}
