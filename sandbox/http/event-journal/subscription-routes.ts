import type { EventJournal } from "../../event-journal/event-journal.ts";
import {
  subscriptionKey,
  type JournalFilter,
  type JournalSubscription,
} from "../../event-journal/journal-subscription.ts";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import type { Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { parseBody } from "../parse-body.ts";
import { param, type Answer, type Call, type Route } from "../route.ts";
import { fixedScope } from "../scopes.ts";
import { filterBody, subscriptionBody } from "./journal-bodies.ts";

const read = fixedScope("developer.webhooks_journal.subscriptions.read");
const write = fixedScope("developer.webhooks_journal.subscriptions.write");

/** What an app wants in its journal; below `/webhooks-journal/subscriptions/<version>`. */
export function journalSubscriptionRoutes(
  portal: Portal,
  book: OAuthBook,
  { subscriptions, filters, nextId }: EventJournal,
): readonly Route[] {
  const one = "/:subscriptionId";
  const routes: readonly Route[] = [
    { method: "get", path: "/", scopes: read, run: list },
    { method: "post", path: "/", scopes: write, run: upsert },
    { method: "post", path: "/filters", scopes: write, run: addFilter },
    { method: "get", path: `/filters/subscription${one}`, scopes: read, run: listFilters },
    { method: "get", path: "/filters/:filterId", scopes: read, run: getFilter },
    { method: "delete", path: "/filters/:filterId", scopes: write, run: removeFilter },
    { method: "delete", path: "/portals/:portalId", scopes: write, run: removeOfPortal },
    { method: "get", path: one, scopes: read, run: get },
    { method: "delete", path: one, scopes: write, run: remove },
  ];
  return routes.map((route) => ({ ...route, bucket: "journal" }));

  function list(): Answer {
    return { status: 200, body: { results: [...subscriptions.rows()].map(subscriptionView) } };
  }

  function upsert({ text }: Call): Answer {
    const wanted = parseBody(text, subscriptionBody);
    const key = subscriptionKey(wanted);
    const now = portal.now();
    const present = [...subscriptions.rows()].find((other) => subscriptionKey(other) === key);
    const id = present?.id ?? nextId();
    const subscription = { ...wanted, id, createdAt: present?.createdAt ?? now, updatedAt: now };
    subscriptions.set(String(id), subscription);
    return { status: 200, body: subscriptionView(subscription) };
  }

  function get(call: Call): Answer {
    return { status: 200, body: subscriptionView(find(param(call, "subscriptionId"))) };
  }

  function remove(call: Call): Answer {
    forget(find(param(call, "subscriptionId")));
    return { status: 204 };
  }

  function removeOfPortal(call: Call): Answer {
    for (const subscription of subscriptions.rows()) {
      if (subscription.subscriptionType === "APP_LIFECYCLE_EVENT") continue;
      if (String(subscription.portalId) === param(call, "portalId")) forget(subscription);
    }
    return { status: 204 };
  }

  function addFilter({ text }: Call): Answer {
    const { subscriptionId, filter } = parseBody(text, filterBody);
    find(String(subscriptionId));
    const id = nextId();
    const createdAt = portal.now();
    filters.set(String(id), { id, subscriptionId, createdAt, conditions: filter.conditions });
    return { status: 200, body: { filterId: id } };
  }

  function listFilters(call: Call): Answer {
    const { id } = find(param(call, "subscriptionId"));
    const own = [...filters.rows()].filter(({ subscriptionId }) => subscriptionId === id);
    return { status: 200, body: own.map(filterView) };
  }

  function getFilter(call: Call): Answer {
    return { status: 200, body: filterView(findFilter(call)) };
  }

  function removeFilter(call: Call): Answer {
    filters.delete(String(findFilter(call).id));
    return { status: 204 };
  }

  function find(id: string): JournalSubscription {
    const subscription = subscriptions.get(id);
    if (subscription === undefined) throw Problem.notFound(`No journal subscription ${id}`);
    return subscription;
  }

  function findFilter(call: Call): JournalFilter {
    const filter = filters.get(param(call, "filterId"));
    if (filter === undefined) throw Problem.notFound(`No filter ${param(call, "filterId")}`);
    return filter;
  }

  function forget({ id }: JournalSubscription): void {
    subscriptions.delete(String(id));
    for (const filter of filters.rows()) {
      if (filter.subscriptionId === id) filters.delete(String(filter.id));
    }
  }

  function subscriptionView(subscription: JournalSubscription): unknown {
    const isLifecycle = subscription.subscriptionType === "APP_LIFECYCLE_EVENT";
    return {
      ...subscription,
      ...(isLifecycle ? { objectTypeId: subscription.eventTypeId, actions: [] } : {}),
      appId: book.app.appId,
      createdAt: new Date(subscription.createdAt).toISOString(),
      updatedAt: new Date(subscription.updatedAt).toISOString(),
    };
  }
}

function filterView({ id, createdAt, conditions }: JournalFilter): unknown {
  return { id, createdAt, filter: { conditions } };
}
