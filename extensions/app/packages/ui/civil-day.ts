/** A day as HubSpot's date inputs hold it; months count from 0. */
export type CivilDay = { readonly year: number; readonly month: number; readonly date: number };

/** As 2026-11-25. */
export function isoDay({ year, month, date }: CivilDay): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${pad(month + 1)}-${pad(date)}`;
}

/** The day it is where the user is. */
export function dayOf(now: number): CivilDay {
  const at = new Date(now);
  return { year: at.getFullYear(), month: at.getMonth(), date: at.getDate() };
}
