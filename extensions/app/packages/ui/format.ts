export type Format = {
  /** 24 Nov 2026, in the order of the user's locale. */
  readonly day: (at: number) => string;
  /** Weekday, day and time of day. */
  readonly moment: (at: number) => string;
  readonly number: (value: number) => string;
  /** With its sign, as a contribution to a sum. */
  readonly points: (value: number) => string;
  /** 0–100 as a share. */
  readonly percent: (value: number) => string;
  /** So many milliseconds ago: 3 sec. ago, 2 hr. ago. */
  readonly ago: (ms: number) => string;
  /** So many milliseconds from now, or ago where negative: in 2 hr., 3 days ago. */
  readonly fromNow: (ms: number) => string;
};

/** Numbers and instants (epoch milliseconds) as the user reads them; without a zone, in the browser's. */
export function createFormat(reader: {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}): Format {
  const locale = supported(reader.locale);
  const { timeZone } = reader;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  });
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" });
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const relative = new Intl.RelativeTimeFormat(locale, { style: "short" });
  const fromNow = (ms: number) => {
    const [size, unit] = unitsOfTime.find(([least]) => Math.abs(ms) >= least) ?? [1000, "second"];
    // Zero counts as past: "0 sec. ago".
    const count = Math.trunc(ms / size);
    return relative.format(count === 0 ? -0 : count, unit);
  };
  return {
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    points: (value) => signed.format(value),
    percent: (value) => percent.format(value / 100),
    ago: (ms) => fromNow(-ms),
    fromNow,
  };
}

const unitsOfTime = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
] as const;

/** HubSpot writes `en-us`, sometimes `en_US`; a name that Intl refuses must not stop the card. */
function supported(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replace("_", "-"))[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
