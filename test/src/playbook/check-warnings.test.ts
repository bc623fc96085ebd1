import { checkPlaybook, isPublishable } from "../../../src/playbook/check/check-playbook.ts";
import { pathText } from "../../../src/playbook/check/problem.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { asking, demoAt, offering, signalled } from "./build-playbook.ts";

test.each<readonly [string, Playbook, string]>([
  ["an asking offer on a nurture track", offering({ route: "nurture" }), `offers[${demoAt}].route`],
  ["an offer without forms", offering({ match: [] }), `offers[${demoAt}]`],
  ["a cap below one signal", signalled({ cap: 30 }), "intent.signals.demo_request.cap"],
  [
    "a condition every value meets",
    asking({ fact: "size", condition: { operator: "GTE", value: 0 } }),
    "fit.criteria[0].condition",
  ],
  [
    "a property no criterion tests",
    { ...hybrid, properties: [{ id: "contact.grade", label: "Grade", kind: "choice" }] },
    "properties[0]",
  ],
])("%s is worth a warning, no more", (_, playbook, path) => {
  const problems = checkPlaybook(playbook);

  expect(problems.map((each) => [each.severity, pathText(each.path)])).toContainEqual([
    "warning",
    path,
  ]);
  expect(isPublishable(problems)).toBe(true);
});
