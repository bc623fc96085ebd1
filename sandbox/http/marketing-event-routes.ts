import { findRecord } from "../portal/objects.ts";
import {
  completeEvent,
  createEvent,
  participantOf,
  participate,
  participationsIn,
  participationsOf,
  requireEvent,
  type AttendanceState,
  type EventName,
  type MarketingEvent,
  type Participation,
} from "../portal/marketing-events.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { CrmRecord } from "../portal/record.ts";
import { batchAnswer } from "./batch-answer.ts";
import {
  attendeeEmailsBody,
  attendeesBody,
  completeBody,
  eventBody,
} from "./marketing-event-bodies.ts";
import {
  countersView,
  createdView,
  eventView,
  participationView,
} from "./marketing-event-views.ts";
import { writeBy } from "./object-routes.ts";
import { pageLimit } from "./page-limit.ts";
import { parseBody } from "./parse-body.ts";
import { param, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { fixedScope } from "./scopes.ts";

const read = fixedScope("crm.objects.marketing_events.read");
const write = fixedScope("crm.objects.marketing_events.write");
const paging = ["limit", "after", "state"];

/** Marketing events and who took part; paths below `/marketing/marketing-events/<version>`. */
export function marketingEventRoutes(portal: Portal): readonly Route[] {
  const ofEvent = "/participations/:eventId";
  const ofExternal = "/participations/:externalAccountId/:externalEventId";
  const query = [...paging, "contactIdentifier"];
  const account = ["externalAccountId"];
  const attendance = "/attendance/:externalEventId/:subscriberState";
  const byId = "/:eventId/attendance/:subscriberState";
  return [
    { method: "get", path: "/", query: ["limit", "after"], scopes: read, run: list },
    { method: "post", path: "/events", scopes: write, run: create },
    {
      method: "post",
      path: "/events/:externalEventId/complete",
      query: account,
      scopes: write,
      run: complete,
    },
    { method: "post", path: `${attendance}/create`, query: account, scopes: write, run: attend },
    {
      method: "post",
      path: `${attendance}/email-create`,
      query: account,
      scopes: write,
      run: attendByEmail,
    },
    { method: "post", path: `${byId}/create`, scopes: write, run: attend },
    { method: "post", path: `${byId}/email-create`, scopes: write, run: attendByEmail },
    {
      method: "get",
      path: "/participations/contacts/:contact/breakdown",
      query: paging,
      scopes: read,
      run: ofContact,
    },
    { method: "get", path: `${ofEvent}/breakdown`, query, scopes: read, run: breakdown },
    { method: "get", path: ofEvent, scopes: read, run: counters },
    { method: "get", path: `${ofExternal}/breakdown`, query, scopes: read, run: breakdown },
    { method: "get", path: ofExternal, scopes: read, run: counters },
    { method: "get", path: "/:eventId", scopes: read, run: get },
  ];

  function list(call: Call): Answer {
    const limit = pageLimit(call, { standard: 10, most: 100 });
    const after = Number(queryValue(call, "after") ?? 0);
    const rest = [...portal.marketingEvents.rows()]
      .filter(({ id }) => Number(id) >= after)
      .sort((a, b) => Number(a.id) - Number(b.id));
    const results = rest.slice(0, limit).map((event) => eventView(portal, event));
    return { status: 200, body: { results, ...next(rest[limit]) } };
  }

  function get(call: Call): Answer {
    return { status: 200, body: eventView(portal, eventIn(call)) };
  }

  function create(call: Call): Answer {
    const event = createEvent(portal, parseBody(call.text, eventBody));
    return { status: 201, body: createdView(event) };
  }

  function complete(call: Call): Answer {
    const dates = parseBody(call.text, completeBody);
    return { status: 200, body: createdView(completeEvent(portal, eventIn(call), dates)) };
  }

  function attend(call: Call): Answer {
    const { inputs } = parseBody(call.text, attendeesBody);
    const contacts = inputs.map(({ vid, ...interaction }) => {
      const contact = findRecord(portal, "0-1", { id: String(vid) });
      if (contact === undefined) throw Problem.recordNotFound(String(vid));
      return { contact, interaction };
    });
    noteAll(call, contacts);
    return batchAnswer(portal, 200, { results: inputs.map(({ vid }) => ({ vid })), errors: [] });
  }

  function attendByEmail(call: Call): Answer {
    const { inputs } = parseBody(call.text, attendeeEmailsBody);
    const contacts = inputs.map(({ email, contactProperties: properties, ...interaction }) => {
      const contact = participantOf(portal, { email, properties, write: writeBy(portal, call) });
      return { contact, interaction };
    });
    noteAll(call, contacts);
    const results = contacts.map(({ contact }) => ({
      vid: Number(contact.id),
      email: contact.values["email"] ?? "",
    }));
    return batchAnswer(portal, 200, { results, errors: [] });
  }

  function noteAll(
    call: Call,
    attendees: readonly {
      readonly contact: CrmRecord;
      readonly interaction: {
        readonly interactionDateTime: number;
        readonly properties: Readonly<Record<string, string>>;
      };
    }[],
  ): void {
    const event = eventIn(call);
    const state = stateIn(call);
    for (const { contact, interaction } of attendees) {
      const { joinedAt = "", leftAt = "" } = interaction.properties;
      const durationMs = Date.parse(leftAt) - Date.parse(joinedAt);
      participate(
        portal,
        { event, contact },
        {
          state,
          occurredAt: interaction.interactionDateTime,
          ...(Number.isNaN(durationMs) ? {} : { durationSeconds: Math.round(durationMs / 1_000) }),
        },
      );
    }
  }

  function ofContact(call: Call): Answer {
    return page(call, participationsOf(portal, param(call, "contact")));
  }

  function breakdown(call: Call): Answer {
    const contact = queryValue(call, "contactIdentifier");
    const ids = contact && participationsOf(portal, contact).map(({ id }) => id);
    const all = participationsIn(portal, eventIn(call).id);
    return page(call, ids === undefined ? all : all.filter(({ id }) => ids.includes(id)));
  }

  function counters(call: Call): Answer {
    return { status: 200, body: countersView(portal, eventIn(call).id) };
  }

  function page(call: Call, all: readonly Participation[]): Answer {
    const limit = pageLimit(call, { standard: 10, most: 100 });
    const state = queryValue(call, "state");
    const after = Number(queryValue(call, "after") ?? 0);
    const wanted = all.filter((each) => state === undefined || each.state === state);
    const rest = wanted.filter(({ id }) => Number(id) >= after);
    const results = rest.slice(0, limit).map((each) => participationView(portal, each));
    return { status: 200, body: { total: wanted.length, results, ...next(rest[limit]) } };
  }

  function eventIn(call: Call): MarketingEvent {
    const id = call.params["eventId"];
    return requireEvent(portal, id ?? nameIn(call));
  }
}

function nameIn(call: Call): EventName {
  const externalAccountId =
    call.params["externalAccountId"] ?? queryValue(call, "externalAccountId");
  if (externalAccountId === undefined) throw Problem.validation("externalAccountId is required");
  return { externalAccountId, externalEventId: param(call, "externalEventId") };
}

const states: Readonly<Record<string, AttendanceState>> = {
  register: "REGISTERED",
  attend: "ATTENDED",
  cancel: "CANCELLED",
};

function stateIn(call: Call): AttendanceState {
  const state = states[param(call, "subscriberState")];
  if (state !== undefined) return state;
  throw Problem.validation(`The state must be one of ${Object.keys(states).join(", ")}`);
}

function next(following: { readonly id: string } | undefined): object {
  return following === undefined ? {} : { paging: { next: { after: following.id } } };
}
