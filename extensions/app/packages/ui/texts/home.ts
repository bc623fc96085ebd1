import type { Dictionary } from "../dictionary.ts";

/** What the home page says by itself. Labels of statuses, offers and fields come from the server. */
const en = {
  title: "Medqual",
  loading: "Counting contacts",
  failure: { title: "The figures can't be shown right now" },
  counted: (ago: string) => `Counted ${ago}`,
  period: { label: "Moves of the last", days: (days: string) => `${days} days` },
  backfill: {
    title: "Medqual is reading this account for the first time",
    body: "The figures grow until every record is read and decided once.",
    steps: {
      listing: "Reading",
      assess: "Deciding",
    },
    listed: (listed: string) => `${listed} records read so far.`,
    decided: (decided: string, listed: string) => `${decided} of ${listed} records decided`,
  },
  problems: { title: "Medqual cannot do all of its work" },
  empty: {
    title: "No contacts yet",
    body: "As soon as HubSpot has contacts, Medqual decides where they stand and counts them here.",
  },
  marketing: { title: "Marketing", byOffer: "MQLs by offer", bySource: "MQLs by source" },
  sales: {
    title: "Sales",
    handoffs: "What became of handed-over contacts",
    overdue: "Overdue handoffs",
    contact: "Contact",
    queue: "Waits for",
    since: "Overdue since",
    nothing: "Nobody waits for an answer that is overdue.",
    listed: (listed: string, all: string) =>
      `The ${listed} that are overdue for longest, of ${all}.`,
  },
  moves: { title: (day: string) => `Who moved since ${day}`, nothing: "Nobody moved." },
  hold: {
    title: "Contacts on hold, by missing field",
    body: "A field that is filled in lets Medqual decide these contacts.",
    nothing: "Nobody is on hold for a missing field.",
  },
  trend: { entered: (count: string) => `${count} came`, left: (count: string) => `${count} left` },
  axis: { contacts: "Contacts", offer: "Offer", source: "Source", move: "Move", field: "Field" },
  others: (count: number) => `${count} others`,
  nothing: "None yet.",
};

export type HomeTexts = typeof en;
export const homeTexts: Dictionary<HomeTexts> = { en };
