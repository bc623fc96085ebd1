import { randomUUID } from "node:crypto";
import type { Clock } from "../clock/clock.ts";
import { isInstalled, type OAuthBook } from "../oauth/oauth-book.ts";
import type { Change } from "../portal/change.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { recordValue } from "../portal/record.ts";
import type { Table, TableStore } from "../store/table-store.ts";
import { holds } from "./holds.ts";
import { joined, journalEventOf, type JournalEvent } from "./journal-event.ts";
import {
  lifecycleEventTypes,
  type JournalFilter,
  type JournalSubscription,
} from "./journal-subscription.ts";

/** One file of the journal. */
export type JournalEntry = {
  /** A UUID; what a reader remembers of how far it got. */
  readonly offset: string;
  readonly publishedAt: number;
  readonly events: readonly JournalEvent[];
};

/** HubSpot's Webhooks Journal of one app: what happened, to be fetched instead of sent. */
export type EventJournal = {
  readonly subscriptions: Table<JournalSubscription>;
  readonly filters: Table<JournalFilter>;
  /** A number no subscription and no filter had before. */
  readonly nextId: () => number;
  /** Entries not older than three days, the earliest first. */
  readonly entries: () => readonly JournalEntry[];
  /** Adds an event to the file being written. */
  readonly write: (event: JournalEvent) => void;
  /** Publishes the file being written, if there is anything in it. */
  readonly publish: () => void;
};

const keptMs = 3 * 86_400_000;
const mostEvents = 10_000;
const firstId = 9_001;

export function openEventJournal(
  portal: Portal,
  book: OAuthBook,
  { store, clock }: { readonly store: TableStore; readonly clock: Clock },
): EventJournal {
  const subscriptions = store.table<JournalSubscription>("journal-subscriptions");
  const filters = store.table<JournalFilter>("journal-filters");
  const files = store.table<JournalEntry>("journal-entries");
  const counter = store.table<number>("journal-counter");
  const { portalId } = profileOf(portal);
  let open: JournalEvent[] = [];

  portal.onChange((change) => {
    if (!isInstalled(book) || isSilent(change)) return;
    for (const subscription of subscriptions.rows()) {
      const event = journalEventOf(change, subscription, portalId);
      if (event !== undefined && passes(subscription, change)) write(event);
    }
  });
  book.onLifecycle((action) => {
    for (const subscription of subscriptions.rows()) {
      if (subscription.subscriptionType !== "APP_LIFECYCLE_EVENT") continue;
      const { subscriptionType: type, eventTypeId } = subscription;
      if (eventTypeId !== lifecycleEventTypes[action]) continue;
      write({
        type,
        portalId,
        eventTypeId,
        action,
        occurredAt: new Date(clock.now()).toISOString(),
      });
    }
  });

  function isSilent(change: Change): boolean {
    return (
      change.kind === "propertyChanged" &&
      change.calculated &&
      !portal.switches.calculatedPropertiesFireWebhooks
    );
  }

  /** A subscription with filters lets an event pass when one of them holds for the record. */
  function passes({ id }: JournalSubscription, change: Change): boolean {
    const own = [...filters.rows()].filter(({ subscriptionId }) => subscriptionId === id);
    if (own.length === 0) return true;
    const { type, id: recordId } =
      change.kind === "associationChanged" ? change.from : change.record;
    const record = portal.shelves[type].get(recordId);
    return own.some(({ conditions }) =>
      conditions.every((condition) =>
        holds(condition, record && recordValue(record, condition.property)),
      ),
    );
  }

  function write(event: JournalEvent): void {
    const whole = joined(open.at(-1), event);
    if (whole !== undefined) open[open.length - 1] = whole;
    else open.push(event);
    if (open.length >= mostEvents) return publish();
    if (open.length === 1) clock.at(clock.now() + portal.switches.journalPublishMs, publish);
  }

  function publish(): void {
    if (open.length === 0) return;
    const entry = { offset: randomUUID(), publishedAt: clock.now(), events: open };
    files.set(entry.offset, entry);
    open = [];
  }

  return {
    subscriptions,
    filters,
    nextId: () => {
      const id = counter.get("next") ?? firstId;
      counter.set("next", id + 1);
      return id;
    },
    entries: () => {
      const oldest = clock.now() - keptMs;
      for (const { offset, publishedAt } of files.rows()) {
        if (publishedAt < oldest) files.delete(offset);
      }
      return [...files.rows()];
    },
    write,
    publish,
  };
}
