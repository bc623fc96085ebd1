import { checkPlaybook, isPublishable } from "../../../src/playbook/check/check-playbook.ts";
import { pathText } from "../../../src/playbook/check/problem.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { presets } from "../../../src/playbook/presets.ts";
import {
  asking,
  offering,
  requiring,
  signalled,
  calendar,
  firstTemplate,
  templates,
  demoAt,
  hours,
} from "./build-playbook.ts";

test.each(Object.keys(presets))("the preset %s has no problem", (name) => {
  expect(checkPlaybook(presets[name as Playbook["preset"]])).toEqual([]);
});

test.each<readonly [string, Playbook, string, string]>([
  [
    "a zero minimum",
    { ...hybrid, fit: { ...hybrid.fit, minimum: 0 } },
    "fit.minimum",
    "Set it to at least 1: fit and intent never stand in for each other.",
  ],
  [
    "a threshold nobody reaches",
    { ...hybrid, fit: { ...hybrid.fit, minimum: 101 } },
    "fit.minimum",
    "Lower the minimum to 100 or less, or give more points.",
  ],
  [
    "a dimension whose most is not 100",
    asking({ fact: "country", condition: { operator: "EQ", value: "US" } }, 7),
    "fit.criteria",
    "Take away 7 points, so that a score means the same in every playbook.",
  ],
  [
    "a property nobody declared",
    asking({ fact: "contact.grade", condition: { operator: "EQ", value: "A" } }),
    "fit.criteria[0].fact",
    "Add it to “properties”, or choose another.",
  ],
  [
    "a fact that does not exist",
    asking({ fact: "speciality" as "specialty", condition: { operator: "HAS_PROPERTY" } }),
    "fit.criteria[0].fact",
    "Did you mean “specialty”?",
  ],
  [
    "a misspelt value",
    asking({
      fact: "specialty",
      condition: { operator: "IN", values: ["cardiology", "Orthopedic"] },
    }),
    "fit.criteria[0].condition.values[1]",
    "Did you mean “orthopedics”?",
  ],
  [
    "a misspelt value in a group",
    asking({ any: [{ fact: "email", condition: { operator: "EQ", value: "freemail" } }] }),
    "fit.criteria[0].any[0].condition.value",
    "Did you mean “free-mail”?",
  ],
  [
    "an impossible range",
    asking({ fact: "size", condition: { operator: "BETWEEN", low: 19, high: 5 } }),
    "fit.criteria[0].condition",
    "Exchange the two limits.",
  ],
  [
    "a condition no value meets",
    asking({ fact: "size", condition: { operator: "LT", value: 0 } }),
    "fit.criteria[0].condition",
    "Change the limit, or remove the condition.",
  ],
  [
    "a comparison of what is no number",
    asking({ fact: "specialty", condition: { operator: "GT", value: 3 } }),
    "fit.criteria[0].condition.operator",
    "Use IN or EQ.",
  ],
  [
    "a limit that is no date",
    asking({ fact: "size", condition: { operator: "GT", value: "many" } }),
    "fit.criteria[0].condition.value",
    "Write a number, or a date as YYYY-MM-DD.",
  ],
  [
    "a fact that should be unknown",
    asking({ fact: "ehr", condition: { operator: "NOT_HAS_PROPERTY" } }),
    "fit.criteria[0].condition",
    "Test one of your own properties for being empty.",
  ],
  [
    "an empty group",
    asking({ all: [] }),
    "fit.criteria[0].all",
    "Add a condition, or remove the group.",
  ],
  [
    "half a point",
    asking({ fact: "ehr", condition: { operator: "HAS_PROPERTY" } }, 0.5),
    "fit.criteria[0].points",
    "Round it.",
  ],
  [
    "a signal that takes points away",
    signalled({ points: -1 }),
    "intent.signals.demo_request.points",
    "Use 0 or more: what speaks against a contact belongs to fit.",
  ],
  [
    "a half-life of nothing",
    signalled({ halfLifeDays: 0 }),
    "intent.signals.demo_request.halfLifeDays",
    "Use a number of days above 0.",
  ],
  [
    "an offer without a clock",
    offering({ clock: { firstTouch: hours(0), decision: hours(4) } }),
    `offers[${demoAt}].clock.firstTouch`,
    "Set hours or working days above 0.",
  ],
  [
    "a clock that ends before it begins",
    offering({ clock: { firstTouch: { kind: "days", days: 1 }, decision: hours(4) } }),
    `offers[${demoAt}].clock`,
    "Give the decision more time than the first touch.",
  ],
  [
    "a call to action of another stage",
    offering({ stage: "awareness" }),
    `offers[${demoAt}].stage`,
    "Set the stage to decision, or choose another signal.",
  ],
  [
    "two offers with one id",
    offering({ id: "scheduling_demo" }),
    `offers[${demoAt}].id`,
    "Give it an id of its own.",
  ],
  [
    "two offers for the same words",
    offering({ match: [["demos", "scheduling"]] }),
    `offers[${demoAt}].match[0]`,
    "Remove it from one of the two offers, or add a word that tells them apart.",
  ],
  [
    "two offers for one form",
    {
      ...hybrid,
      offers: hybrid.offers.map((each, i) => (i < 2 ? { ...each, forms: ["Get a demo"] } : each)),
    },
    `offers[1].forms[0]`,
    "Remove it from one of the two offers, or add a word that tells them apart.",
  ],
  [
    "a template without roles",
    templates(firstTemplate ? [{ ...firstTemplate, atSql: [], later: [] }] : []),
    "committee.templates[0]",
    "Add the roles it needs, or remove it.",
  ],
  [
    "a role nobody knows",
    requiring({ roles: ["it_exec" as "it_executive"] }),
    "committee.templates[0].atSql[0].roles[0]",
    "Did you mean “it_executive”?",
  ],
  [
    "a requirement of nobody",
    requiring({ people: 0 }),
    "committee.templates[0].atSql[0].people",
    "Ask for 1 or more.",
  ],
  [
    "a template that is never used",
    templates(firstTemplate ? [firstTemplate, { ...firstTemplate, id: "again" }] : []),
    "committee.templates[1].organizationTypes[0]",
    "Remove it from one of the two.",
  ],
  [
    "a solution without a template",
    {
      ...templates(
        hybrid.committee.templates.filter(({ solutions }) => !solutions.includes("device")),
      ),
      solution: "device",
    },
    "solution",
    "Add a template for device, or choose another solution.",
  ],
  [
    "a calendar without workdays",
    calendar({ workdays: [] }),
    "handoff.calendar.workdays",
    "Name at least one workday.",
  ],
  [
    "a calendar without working hours",
    calendar({ startMinute: 600, endMinute: 600 }),
    "handoff.calendar.endMinute",
    "Let it begin after 0 and end later, at 1440 at most: minutes after midnight.",
  ],
  [
    "a time zone nobody can read",
    calendar({ zone: { name: "Mars/Olympus", offsets: [] } }),
    "handoff.calendar.zone",
    "Choose a zone of the IANA database, such as America/Chicago.",
  ],
  [
    "a holiday on no day",
    calendar({ holidays: ["2026-02-30"] }),
    "handoff.calendar.holidays[0]",
    "Write it as YYYY-MM-DD.",
  ],
  [
    "one approver for both sides",
    { ...hybrid, people: { ...hybrid.people, approvers: { marketing: ["7"], sales: ["7"] } } },
    "people.approvers",
    "Name somebody else for one of them.",
  ],
])("%s keeps a playbook from being published", (_, playbook, path, suggestion) => {
  const problems = checkPlaybook(playbook);

  const seen = problems.map((each) => [each.severity, pathText(each.path), each.suggestion]);
  expect(seen).toContainEqual(["error", path, suggestion]);
  expect(isPublishable(problems)).toBe(false);
});
