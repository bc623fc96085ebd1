import { parseInstant } from "../../facts/civil-date.ts";
import type { Calendar, Playbook, TimeZone } from "../playbook.ts";
import { checkClock } from "./check-offers.ts";
import { error, type Path, type Problem, warning } from "./problem.ts";

/** Problems of the handoff: clocks, calendar, and who may do what. */
export function checkHandoff({ handoff, people }: Playbook): readonly Problem[] {
  const { calendar, coolDownDays, clock, syndicationClock, second } = handoff;
  const path = ["handoff"];
  return [
    ...checkCalendar(calendar, [...path, "calendar"]),
    ...checkZone(calendar.zone, [...path, "calendar", "zone"]),
    ...checkClock(clock, [...path, "clock"], "An MQL that no offer explains"),
    ...checkClock(syndicationClock, [...path, "syndicationClock"], "A syndicated lead"),
    ...(second === null
      ? []
      : checkClock(second.clock, [...path, "second", "clock"], "The second handoff")),
    ...(coolDownDays > 0
      ? []
      : [
          error(
            [...path, "coolDownDays"],
            "What sales returns would come back at once.",
            "Let it rest for a day or more.",
          ),
        ]),
    ...checkPeople(people),
  ];
}

function checkCalendar(calendar: Calendar, path: Path): readonly Problem[] {
  const { workdays, startMinute, endMinute, holidays } = calendar;
  const problems: Problem[] = [];
  if (workdays.length === 0)
    problems.push(
      error([...path, "workdays"], "Nobody works on any day.", "Name at least one workday."),
    );
  for (const [i, weekday] of workdays.entries())
    if (!(Number.isInteger(weekday) && weekday >= 0 && weekday <= 6))
      problems.push(
        error(
          [...path, "workdays", i],
          `There is no weekday ${weekday}.`,
          "Use 0 for Sunday to 6 for Saturday.",
        ),
      );
  if (!(startMinute >= 0 && endMinute <= 1440 && startMinute < endMinute))
    problems.push(
      error(
        [...path, "endMinute"],
        "The day has no working hours.",
        "Let it begin after 0 and end later, at 1440 at most: minutes after midnight.",
      ),
    );
  for (const [i, holiday] of holidays.entries())
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(holiday) || parseInstant(holiday) === null)
      problems.push(
        error([...path, "holidays", i], `“${holiday}” is not a date.`, "Write it as YYYY-MM-DD."),
      );
  return problems;
}

/** Rules that a clock can be read by. */
function checkZone({ name, offsets }: TimeZone, path: Path): readonly Problem[] {
  const isAscending = offsets.every(({ from }, i) => i === 0 || from > (offsets[i - 1]?.from ?? 0));
  const isPossible = offsets.every(({ minutes }) => Math.abs(minutes) <= 14 * 60);
  if (offsets.length > 0 && isAscending && isPossible) return [];
  return [
    error(
      path,
      `The time zone “${name}” cannot be read.`,
      "Choose a zone of the IANA database, such as America/Chicago.",
    ),
  ];
}

/** Marketing and sales agree as two people. */
function checkPeople({ approvers }: Playbook["people"]): readonly Problem[] {
  const { marketing, sales } = approvers;
  const path = ["people", "approvers"];
  const [only] = marketing;
  if (marketing.length === 1 && sales.length === 1 && only === sales[0])
    return [
      error(
        path,
        "One person would have to approve for both sides, and may not.",
        "Name somebody else for one of them.",
      ),
    ];
  return [...marketing.entries()]
    .filter(([, id]) => sales.includes(id))
    .map(([i, id]) =>
      warning(
        [...path, "marketing", i],
        `User ${id} approves for both sides, but only for one of a version.`,
        "Name different people.",
      ),
    );
}
