import type { Dictionary } from "../dictionary.ts";

/** What every surface says: waiting, failing, being out of date. */
const en = {
  loading: "Loading",
  retry: "Try again",
  refresh: "Refresh",
  sending: "Sending …",
  none: "–",
  stale: "This may be out of date",
  failure: {
    title: "This can't be shown right now",
    unreachable: "The Medqual server can't be reached.",
    slow: "The Medqual server takes too long to answer.",
    noOrigin:
      "The app was uploaded without a profile, so it does not know its server (API_ORIGIN).",
    status: (status: number) => `The Medqual server answered ${status}.`,
  },
  lastKnown: {
    title: "Last known, from this record's properties",
    note: "Written by Medqual earlier. It may be out of date.",
    nothing: "Medqual has not written anything to this record yet.",
  },
};

export type CommonTexts = typeof en;
export const commonTexts: Dictionary<CommonTexts> = { en };
