import {
  askingForms,
  attendanceOf,
  firstForms,
  followUpForms,
  forms,
  syndicatedForms,
  syndicatedSources,
  websiteSources,
  type Form,
} from "./conversions.ts";
import type { Person } from "./make-people.ts";
import { dayMs, hourMs, type Calendar } from "./office-time.ts";
import type { Random } from "./random.ts";

/** How somebody came into the CRM and what they did since; ages in milliseconds before now. */
export type Journey = {
  readonly origin: "list" | "rep" | "form";
  readonly createdAge: number;
  /** In the order in which they were sent. */
  readonly conversions: readonly { readonly form: Form; readonly age: number }[];
  /** Value of HubSpot's original source. */
  readonly source: string;
};

export function makeJourney(random: Random, { crowd, organisation }: Person): Journey {
  const isStaff = organisation !== undefined && crowd !== "rival";
  const origin = isStaff
    ? random.weighted([
        ["list", 39],
        ["rep", 8],
        ["form", 53],
      ] as const)
    : "form";
  if (origin !== "form") {
    return {
      origin,
      createdAge: dayMs * (20 + 600 * random.next()),
      conversions: [],
      source: "OFFLINE",
    };
  }
  const form = random.weighted(firstForms[crowd]);
  const age = 2.2 * hourMs + 399 * dayMs * random.next() ** 1.6;
  const next = followUp(random, { form, isStaff });
  const nextAge = age * (0.2 + 0.7 * random.next());
  const conversions =
    next !== undefined && nextAge > 2 * hourMs
      ? [
          { form, age },
          { form: next, age: nextAge },
        ]
      : [{ form, age }];
  const createdAge = random.chance(0.8) ? age : age + 300 * dayMs * random.next();
  const source = random.weighted(syndicatedForms.has(form) ? syndicatedSources : websiteSources);
  return { origin, createdAge, conversions, source };
}

/** What HubSpot's calculated properties show of a journey. */
export function journeyProperties(
  random: Random,
  { conversions, source, origin }: Journey,
  calendar: Calendar,
): Readonly<Record<string, string | undefined>> {
  const first = conversions[0];
  const recent = conversions.at(-1);
  const bySyndication = conversions.every(({ form }) => syndicatedForms.has(form));
  return {
    hs_analytics_source: source,
    ...(first && {
      first_conversion_event_name: forms[first.form],
      first_conversion_date: calendar(first.age),
    }),
    ...(recent && {
      recent_conversion_event_name: forms[recent.form],
      recent_conversion_date: calendar(recent.age),
      num_conversion_events: String(conversions.length),
    }),
    ...(origin === "form" && recent && !bySyndication ? visits(random, recent.age, calendar) : {}),
  };
}

/** Whether somebody asked for something that sales answers. */
export function askedSales({ conversions }: Journey): boolean {
  return conversions.some(({ form }) => askingForms.has(form));
}

function followUp(
  random: Random,
  { form, isStaff }: { form: Form; isStaff: boolean },
): Form | undefined {
  const attendance = attendanceOf[form];
  if (attendance !== undefined && random.chance(0.55)) return attendance;
  if (!isStaff || random.chance(syndicatedForms.has(form) ? 0.92 : 0.68)) return undefined;
  const next = random.weighted(followUpForms);
  return next === form ? undefined : next;
}

function visits(random: Random, recentAge: number, calendar: Calendar) {
  const sessions = 1 + Math.floor(9 * random.next() ** 3);
  const lastAge = sessions > 1 && random.chance(0.4) ? recentAge * random.next() : recentAge;
  return {
    hs_analytics_num_visits: String(sessions),
    hs_analytics_num_page_views: String(sessions * random.integer(1, 4) + random.integer(0, 3)),
    hs_analytics_last_visit_timestamp: calendar(Math.max(lastAge, hourMs)),
  };
}
