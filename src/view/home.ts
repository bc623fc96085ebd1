import { type HandoffStep, type Status, statuses } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";
import type { SourceClass } from "../facts/contact-facts.ts";
import { queueLabel } from "../handoff/queue.ts";
import type { Playbook, Route } from "../playbook/playbook.ts";
import { missingOptions } from "../projection/options.ts";
import { counted } from "./duration.ts";
import type { CountView, HomeView, StandingView } from "./home-view.ts";
import { statusTones } from "./tones.ts";

/** A portal in figures, as its store counts them. Instants are epoch milliseconds. */
export type PortalCounts = {
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly since: number;
  readonly moves: readonly { readonly from: Status; readonly to: Status; readonly count: number }[];
  /** `null`: no single offer explains the MQL. */
  readonly mqlsByOffer: readonly { readonly offerId: string | null; readonly count: number }[];
  readonly mqlsBySource: readonly { readonly source: SourceClass | null; readonly count: number }[];
  readonly mqlsByHandoff: Readonly<Partial<Record<HandoffState, number>>>;
  /** The longest overdue; there may be more than are listed. */
  readonly overdue: readonly {
    readonly contactId: string;
    readonly name: string;
    readonly route: Route;
    readonly step: HandoffStep;
    readonly since: number;
  }[];
  /** By id of `medqual_missing`. */
  readonly holdByField: Readonly<Record<string, number>>;
};

type HandoffState = keyof typeof handoffLabels;

const handoffLabels = {
  none: "Not offered",
  offered: "Offered, in time",
  expired: "Overdue",
  accepted: "Accepted, being worked",
} as const;

const sourceLabels: Readonly<Record<SourceClass, string>> = {
  own: "Own channels",
  partner: "Partners",
  syndication: "Syndication",
  outbound: "Outbound",
  import: "Imports",
};

/** Statuses that are sales' figures: what sales has accepted and worked, and what came of it. */
const ofSales: readonly Status[] = ["sql", "customer"];

/** What the home page shows of a portal. */
export function homeView(counts: PortalCounts, playbook: Playbook): HomeView {
  const { byStatus, mqlsByHandoff } = counts;
  const standing = statuses.map((id) => standingView(id, counts));
  return {
    contacts: statuses.reduce((sum, id) => sum + (byStatus[id] ?? 0), 0),
    marketing: {
      headline: marketingHeadline(counts),
      standing: standing.filter(({ id }) => !ofSales.some((each) => each === id)),
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
    },
    sales: {
      headline: salesHeadline(counts),
      standing: standing.filter(({ id }) => ofSales.some((each) => each === id)),
      handoffs: handoffStates.map((id) => {
        return { ...line(id, handoffLabels[id], mqlsByHandoff[id] ?? 0), tone: handoffTone(id) };
      }),
      overdue: counts.overdue
        .toSorted((a, b) => a.since - b.since)
        .map(({ contactId, name, since, route, step }) => {
          const queue = queueLabel({ kind: "expired", at: since, route, step }, playbook);
          return { contactId, name, since, queue };
        }),
    },
    moves: {
      since: counts.since,
      lines: mostFirst(
        counts.moves.map(({ from, to, count }) =>
          line(`${from}-${to}`, `${statusLabels[from]} → ${statusLabels[to]}`, count),
        ),
      ),
    },
    holdByField: mostFirst(
      Object.entries(counts.holdByField).map(([id, count]) =>
        line(id, missingOptions.find(({ value }) => value === id)?.label ?? id, count),
      ),
    ),
  };
}

/** What was never offered is no figure of sales. */
const handoffStates = ["offered", "expired", "accepted"] as const;

function handoffTone(state: HandoffState): CountView["tone"] {
  if (state === "expired") return "danger";
  return state === "accepted" ? "success" : "default";
}

function standingView(id: Status, { byStatus, moves }: PortalCounts): StandingView {
  const sum = (side: "from" | "to") =>
    moves.reduce((total, move) => total + (move[side] === id ? move.count : 0), 0);
  const stands = { ...line(id, statusLabels[id], byStatus[id] ?? 0), tone: statusTones[id] };
  return { ...stands, entered: sum("to"), left: sum("from") };
}

function marketingHeadline({ byStatus }: PortalCounts): string {
  const onHold = byStatus.hold ?? 0;
  const held = onHold === 0 ? "" : ` ${counted(onHold, "contact")} cannot be decided yet.`;
  return `${counted(byStatus.mql ?? 0, "MQL")}.${held}`;
}

function salesHeadline({ byStatus, mqlsByHandoff }: PortalCounts): string {
  const late = mqlsByHandoff.expired ?? 0;
  const overdue = late === 0 ? "Nothing is overdue." : `${counted(late, "handoff")} overdue.`;
  return `${counted(byStatus.sql ?? 0, "SQL")}. ${overdue}`;
}

function line(id: string, label: string, count: number): CountView {
  return { id, label, count, tone: "default" };
}

function mostFirst(lines: readonly CountView[]): readonly CountView[] {
  return lines.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
