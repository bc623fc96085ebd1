import { type Status, statuses } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";
import type { SourceClass } from "../facts/contact-facts.ts";
import type { Playbook, Route } from "../playbook/playbook.ts";
import { missingOptions } from "../projection/options.ts";
import { counted } from "./duration.ts";
import type { CountView, HomeView } from "./home-view.ts";
import { statusTones } from "./tones.ts";

/** A portal in figures, as its store counts them. Instants are epoch milliseconds. */
export type PortalCounts = {
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly since: number;
  readonly moves: readonly { readonly from: Status; readonly to: Status; readonly count: number }[];
  /** `null`: no single offer explains the MQL. */
  readonly mqlsByOffer: readonly { readonly offerId: string | null; readonly count: number }[];
  readonly mqlsBySource: readonly { readonly source: SourceClass | null; readonly count: number }[];
  readonly overdue: readonly {
    readonly contactId: string;
    readonly name: string;
    readonly route: Route;
    readonly since: number;
    readonly ownerId: string | null;
  }[];
  /** By id of `medqual_missing`. */
  readonly holdByField: Readonly<Record<string, number>>;
};

const sourceLabels: Readonly<Record<SourceClass, string>> = {
  own: "Own channels",
  partner: "Partners",
  syndication: "Syndication",
  outbound: "Outbound",
  import: "Imports",
};

/** What the home page shows of a portal. */
export function homeView(counts: PortalCounts, playbook: Playbook): HomeView {
  const { byStatus, overdue } = counts;
  return {
    headline: headline(counts),
    standing: statuses.map((id) => {
      return { id, label: statusLabels[id], count: byStatus[id] ?? 0, tone: statusTones[id] };
    }),
    moves: {
      since: counts.since,
      lines: counts.moves
        .toSorted((a, b) => b.count - a.count)
        .map(({ from, to, count }) => {
          return { sentence: `${statusLabels[from]} → ${statusLabels[to]}`, count };
        }),
    },
    mqlsByOffer: mostFirst(
      counts.mqlsByOffer.map(({ offerId, count }) => {
        const offer = playbook.offers.find(({ id }) => id === offerId);
        return line(offerId ?? "none", offer?.label ?? "No single offer", count);
      }),
    ),
    mqlsBySource: mostFirst(
      counts.mqlsBySource.map(({ source, count }) =>
        line(source ?? "unknown", source ? sourceLabels[source] : "Source not known", count),
      ),
    ),
    overdue: overdue
      .toSorted((a, b) => a.since - b.since)
      .map(({ route, ...lead }) => {
        const queue = playbook.handoff.queues[route].label;
        return { ...lead, sentence: `${queue} has neither accepted nor returned ${lead.name}.` };
      }),
    holdByField: mostFirst(
      Object.entries(counts.holdByField).map(([id, count]) =>
        line(id, missingOptions.find(({ value }) => value === id)?.label ?? id, count),
      ),
    ),
  };
}

function headline({ byStatus, overdue }: PortalCounts): string {
  const late = overdue.length === 0 ? "nothing is overdue" : `${overdue.length} overdue`;
  const onHold = byStatus.hold ?? 0;
  const held = onHold === 0 ? "" : ` ${counted(onHold, "contact")} cannot be decided yet.`;
  return `${counted(byStatus.mql ?? 0, "MQL")} with sales or marketing, ${late}.${held}`;
}

function line(id: string, label: string, count: number): CountView {
  return { id, label, count, tone: "default" };
}

function mostFirst(lines: readonly CountView[]): readonly CountView[] {
  return lines.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
