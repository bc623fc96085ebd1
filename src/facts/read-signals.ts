import type { Playbook } from "../playbook/playbook.ts";
import { isoDate, parseInstant } from "./civil-date.ts";
import { matchOffer, offerNaming } from "./match-offer.ts";
import { textIn } from "./read-text.ts";
import { isSignalKind, type Signal, signalLabels } from "./signal.ts";
import type { RecordSnapshot } from "./snapshot.ts";

const minute = 60_000;
const day = 86_400_000;
const repeatVisits = 3;

/**
 * Signals that the properties of a contact show now. Reading again gives the same ids. `seenAt`
 * (epoch milliseconds) dates what carries no date of its own.
 */
export function readSignals(
  contact: RecordSnapshot,
  playbook: Playbook,
  seenAt: number,
): readonly Signal[] {
  const found = [
    form(contact, playbook, "first_conversion"),
    form(contact, playbook, "recent_conversion"),
    reply(contact, "hs_sales_email_last_replied"),
    reply(contact, "hs_email_last_reply_date"),
    entered(contact, seenAt),
    visit(contact),
  ];
  return mergeSignals(
    [],
    found.filter((signal) => signal !== null),
  );
}

/**
 * The signal of a form that was sent, as the form's own list shows it; `null` where it answers no
 * offer. The words of the page's address help to tell the offer, unless an offer names the form.
 */
export function submissionSignal(
  form: { readonly id: string; readonly name: string },
  submission: { readonly at: number; readonly pageWords: string },
  { offers }: Playbook,
): Signal | null {
  const { at, pageWords } = submission;
  const label = form.name;
  const named = offerNaming(offers, form);
  const offer = named ?? matchOffer(offers, `${pageWords}: ${label}`);
  if (offer === null) return null;
  const { signal: kind, own } = offer;
  const seen = { id: `submission:${form.id}:${at}`, kind, offerId: offer.id, at, own, label };
  return named === null ? seen : { ...seen, named: true };
}

/**
 * Signals of both lists, each thing once, oldest first; order of the lists is irrelevant. Replies
 * within 24 hours of each other are one reply, a signal somebody entered is the form it repeats, and
 * a form is the same whether its contact or its own list tells of it.
 */
export function mergeSignals(old: readonly Signal[], seen: readonly Signal[]): readonly Signal[] {
  const byId = new Map<string, Signal>();
  for (const signal of [...old, ...seen].toSorted(byAge)) {
    if (!byId.has(signal.id)) byId.set(signal.id, signal);
  }
  const all = [...byId.values()];
  const kept: Signal[] = [];
  for (const signal of all) {
    if (!isRepeated(signal, { all, kept })) kept.push(signal);
  }
  return kept;
}

function isRepeated(
  signal: Signal,
  among: { readonly all: readonly Signal[]; readonly kept: readonly Signal[] },
): boolean {
  const isNear = (other: Signal) =>
    other.kind === signal.kind && Math.abs(other.at - signal.at) < day;
  if (isEntered(signal)) return among.all.some((other) => !isEntered(other) && isNear(other));
  if (isForm(signal) && among.all.some((other) => tellsBetter(other, signal))) return true;
  return signal.kind === "email_reply" && among.kept.some(isNear);
}

/**
 * Of two that tell of one form, the one whose offer names the form; else the one with the page's
 * title, which says more.
 */
function tellsBetter(other: Signal, signal: Signal): boolean {
  const isSame = isForm(other) && sameForm(other.label, signal.label);
  if (!isSame || Math.abs(other.at - signal.at) >= minute || other.id === signal.id) return false;
  const rank = Number(other.named === true) - Number(signal.named === true);
  const words = other.label.length - signal.label.length;
  return (rank || words || (other.id < signal.id ? 1 : -1)) > 0;
}

/** HubSpot calls a submission "Page title: Form name". */
function sameForm(a: string, b: string): boolean {
  return a === b || a.endsWith(`: ${b}`) || b.endsWith(`: ${a}`);
}

function isForm({ id }: Signal): boolean {
  return id.startsWith("form:") || id.startsWith("submission:");
}

function byAge(a: Signal, b: Signal): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function form(
  contact: RecordSnapshot,
  { offers }: Playbook,
  conversion: "first_conversion" | "recent_conversion",
): Signal | null {
  const name = textIn(contact, `${conversion}_event_name`);
  const at = instantIn(contact, `${conversion}_date`);
  const offer = name === null ? null : matchOffer(offers, name);
  if (name === null || at === null || offer === null) return null;
  const { id, signal, own } = offer;
  return { id: `form:${id}:${at}`, kind: signal, offerId: id, at, own, label: name };
}

function reply(contact: RecordSnapshot, property: string): Signal | null {
  const at = instantIn(contact, property);
  return at === null ? null : unnamed({ id: `reply:${at}`, kind: "email_reply", at });
}

/** What a person, a form or a workflow entered. Without a date it is one signal for ever. */
function entered(contact: RecordSnapshot, seenAt: number): Signal | null {
  const kind = textIn(contact, "medqual_signal");
  if (kind === null || !isSignalKind(kind)) return null;
  const at = instantIn(contact, "medqual_signal_date");
  const id = at === null ? `entered:${kind}` : `entered:${kind}:${at}`;
  return unnamed({ id, kind, at: at ?? seenAt });
}

/** HubSpot keeps the count and the last visit only, so each day counts once at most. */
function visit(contact: RecordSnapshot): Signal | null {
  const at = instantIn(contact, "hs_analytics_last_visit_timestamp");
  const visits = Number(textIn(contact, "hs_analytics_num_visits") ?? "0");
  if (at === null || !(visits >= repeatVisits)) return null;
  return unnamed({ id: `visit:${isoDate(at)}`, kind: "repeat_visit", at });
}

function unnamed(signal: Pick<Signal, "id" | "kind" | "at">): Signal {
  return { ...signal, offerId: null, own: true, label: signalLabels[signal.kind] };
}

function isEntered(signal: Signal): boolean {
  return signal.id.startsWith("entered:");
}

function instantIn(contact: RecordSnapshot, property: string): number | null {
  const text = textIn(contact, property);
  return text === null ? null : parseInstant(text);
}
