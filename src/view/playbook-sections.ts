import { signalKinds, signalLabels } from "../facts/signal.ts";
import { labelOfValue } from "../facts/portal-spellings.ts";
import type { Calendar, Playbook, SecondHandoff } from "../playbook/playbook.ts";
import { checklistLabels } from "../readiness/checklist.ts";
import { clockText, counted } from "./duration.ts";
import type { SettingsRow } from "./settings-view.ts";

type Section = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SettingsRow[];
};

/**
 * A playbook as the people who agreed on it would tell it. The id of a section is the first part of
 * the paths of what it tells.
 */
export function playbookSections(playbook: Playbook): readonly Section[] {
  const { fit, intent, offers, sources, readiness, handoff } = playbook;
  return [
    {
      id: "fit",
      title: "Fit",
      rows: [
        row("Needed for MQL", counted(fit.minimum, "point")),
        ...fit.criteria.map(({ label, points }) => row(label, counted(points, "point"))),
      ],
    },
    {
      id: "intent",
      title: "Intent",
      rows: [
        row("Needed for MQL", counted(intent.minimum, "point")),
        ...signalKinds.map((kind) => {
          const { points, halfLifeDays, cap } = intent.signals[kind];
          const worth = `${counted(points, "point")}, half of them after ${counted(halfLifeDays, "day")}`;
          return row(signalLabels[kind], `${worth}; ${cap} at most`);
        }),
      ],
    },
    {
      id: "offers",
      title: "Offers",
      rows: offers.map(({ label, stage, route, clock }) =>
        row(label, `${stage}; to ${handoff.queues[route].label}. ${clockText(clock)}`),
      ),
    },
    {
      id: "sources",
      title: "Sources",
      rows: sources.map((rule) => row(rule.label, `${rule.class}, by ${rule.property}`)),
    },
    {
      id: "readiness",
      title: "SQL",
      rows: [row("Sales confirms", readiness.required.map((id) => checklistLabels[id]).join(", "))],
    },
    { id: "committee", title: "Buying committee", rows: committeeRows(playbook) },
    { id: "handoff", title: "Handoff", rows: handoffRows(playbook) },
    { id: "projection", title: "HubSpot's own fields", rows: projectionRows(playbook) },
  ];
}

function committeeRows(playbook: Playbook): readonly SettingsRow[] {
  const { committee, solution } = playbook;
  const templates = committee.templates.filter(({ solutions }) => solutions.includes(solution));
  const isAsked = committee.requiredAtSql ? "Yes, those marked first" : "No";
  return [
    row("Asked for at SQL", isAsked),
    ...templates.map(({ organizationTypes: types, atSql, later }) => {
      const names = types
        .map((type) => labelOfValue(playbook, "organizationType", type))
        .join(", ");
      const first = atSql.map(({ label }) => label).join(", ") || "nobody";
      const then = later.map(({ label }) => label).join(", ") || "nobody";
      return row(names, `First ${first}; later ${then}`);
    }),
  ];
}

function handoffRows({ handoff }: Playbook): readonly SettingsRow[] {
  const { queues, calendar, second } = handoff;
  return [
    row("Working hours", hoursText(calendar)),
    row("Holidays", calendar.holidays.join(", ") || "none"),
    ...Object.values(queues).map(({ label, side, fallbackOwnerId }) => {
      const owner = fallbackOwnerId === null ? "nobody named" : `owner ${fallbackOwnerId}`;
      return row(`Queue: ${label}`, `Worked by ${side}; falls back on ${owner}`);
    }),
    row("Leads from syndication", clockText(handoff.syndicationClock)),
    row(
      "After a return",
      `At rest for ${counted(handoff.coolDownDays, "day")}, or until a new signal`,
    ),
    row("Second handoff", second === null ? "None" : secondText(second)),
  ];
}

function secondText({ queue, clock, after }: SecondHandoff): string {
  const items = after.map((id) => checklistLabels[id].toLowerCase()).join(", ");
  const when = items === "" ? "at once" : `after ${items}`;
  return `To ${queue.label} ${when}. ${clockText(clock)}`;
}

function projectionRows({ projection }: Playbook): readonly SettingsRow[] {
  const { lifecycle, leadStatus } = projection;
  const of = (value: string | null) => value ?? "left alone";
  return [
    row("Lifecycle stage of an MQL", of(lifecycle.mql)),
    row("Lifecycle stage of an SQL", of(lifecycle.sql)),
    row("Lead status when offered", of(leadStatus.offered)),
    row("Lead status when accepted", of(leadStatus.accepted)),
    row("Lead status when recycled", of(leadStatus.recycled)),
    row("Lead status when disqualified", of(leadStatus.disqualified)),
  ];
}

function hoursText({ zone, workdays, startMinute, endMinute }: Calendar): string {
  const names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const days = workdays.map((day) => names[day] ?? "").join(", ");
  return `${days}, ${timeText(startMinute)} to ${timeText(endMinute)}, ${zone.name}`;
}

function timeText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function row(label: string, value: string): SettingsRow {
  return { label, value };
}
