import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start, type Reply } from "./sandbox-under-test.ts";

const root = "/marketing/marketing-events/2026-09";
const webinar = {
  externalAccountId: "account-1",
  externalEventId: "webinar-7",
  eventName: "Beds and beyond",
  eventOrganizer: "Northwind",
  eventType: "WEBINAR",
};
const at = Date.UTC(2026, 9, 20, 15);
let sandbox: Sandbox;
let eventId: string;

beforeEach(async () => {
  sandbox = await start();
  const made = await call(sandbox, `${root}/events`, webinar);
  eventId = String(made.field("objectId"));
});

afterEach(() => sandbox.close());

function note(state: string, contactId: string, properties = {}): Promise<Reply> {
  const input = { vid: Number(contactId), interactionDateTime: at, properties };
  return call(sandbox, `${root}/${eventId}/attendance/${state}/create`, { inputs: [input] });
}

test("a contact's participation says which event, who and how far it went", async () => {
  await note("register", seeded.cio);
  await note("attend", seeded.cio, {
    joinedAt: "2026-10-20T15:00:00Z",
    leftAt: "2026-10-20T15:30:00Z",
  });

  const byId = await call(sandbox, `${root}/participations/contacts/${seeded.cio}/breakdown`);
  const byEmail = await call(
    sandbox,
    `${root}/participations/contacts/cio@mercy.example/breakdown`,
  );

  expect(byId.body).toEqual({
    total: 1,
    results: [
      {
        id: expect.stringMatching(/^\d+$/),
        createdAt: expect.any(String),
        associations: {
          contact: {
            contactId: seeded.cio,
            email: "cio@mercy.example",
            firstname: "Ida",
            lastname: "Cole",
          },
          marketingEvent: {
            marketingEventId: eventId,
            name: "Beds and beyond",
            externalAccountId: "account-1",
            externalEventId: "webinar-7",
          },
        },
        properties: {
          attendanceState: "ATTENDED",
          occurredAt: at,
          attendanceDurationSeconds: 1_800,
        },
      },
    ],
  });
  expect(byEmail.body).toEqual(byId.body);
});

test("who registered and did not come is a no-show when the event is over", async () => {
  await note("register", seeded.cio);
  await note("register", seeded.nurse);
  await note("attend", seeded.nurse);

  await call(sandbox, `${root}/events/webinar-7/complete?externalAccountId=account-1`, {
    startDateTime: "2026-10-20T15:00:00Z",
    endDateTime: "2026-10-20T16:00:00Z",
  });
  const counters = await call(sandbox, `${root}/participations/account-1/webinar-7`);
  const noShows = await call(sandbox, `${root}/participations/${eventId}/breakdown?state=NO_SHOW`);

  expect(counters.body).toEqual({ attended: 1, registered: 0, cancelled: 0, noShows: 1 });
  expect(noShows.field("results.0.associations.contact.contactId")).toBe(seeded.cio);
});

test("the SDK reads who took part, in pages", async () => {
  await note("register", seeded.cio);
  await note("cancel", seeded.nurse);
  const { retrieveParticipantStateApi } = sdk(sandbox).marketing.events;

  const first = await retrieveParticipantStateApi.getParticipationsBreakdownByMarketingEventId(
    Number(eventId),
    undefined,
    undefined,
    1,
  );
  const second = await retrieveParticipantStateApi.getParticipationsBreakdownByMarketingEventId(
    Number(eventId),
    undefined,
    undefined,
    1,
    first.paging?.next?.after,
  );

  expect(first.total).toBe(2);
  expect([...first.results, ...second.results].map(({ properties }) => properties)).toMatchObject([
    { attendanceState: "REGISTERED" },
    { attendanceState: "CANCELLED" },
  ]);
  expect(second.paging).toBeUndefined();
});

test("an organiser's address that nobody has becomes a contact", async () => {
  const { addEventAttendeesApi } = sdk(sandbox).marketing.events;

  const noted = await addEventAttendeesApi.recordByEmail(eventId, "register", {
    inputs: [
      {
        email: "New@mercy.example",
        interactionDateTime: at,
        contactProperties: { firstname: "Neo" },
      },
    ],
  });
  const contact = await call(
    sandbox,
    "/crm/objects/2026-09/contacts/new@mercy.example?idProperty=email",
  );

  expect(noted.results).toMatchObject([{ email: "new@mercy.example" }]);
  expect(contact.field("properties.firstname")).toBe("Neo");
});

test.each([
  [`${root}/participations/contacts/12/breakdown`, 200],
  [`${root}/participations/12/breakdown`, 404],
  [`${root}/participations/contacts/12/breakdown?limit=101`, 400],
  [`${root}/12`, 404],
])("GET %s answers %d", async (path, status) => {
  const reply = await call(sandbox, path);

  expect(reply.status).toBe(status);
});

test("the same event is made once, and a state that is none is refused", async () => {
  const twin = await call(sandbox, `${root}/events`, webinar);
  const odd = await note("maybe", seeded.cio);

  expect([twin.status, odd.status]).toEqual([409, 400]);
});

test("a privacy deletion takes the contact's participations with it", async () => {
  await note("attend", seeded.cio);

  await call(sandbox, "/crm/objects/2026-09/contacts/gdpr-delete", { objectId: seeded.cio });
  const reply = await call(sandbox, `${root}/participations/${eventId}/breakdown`);

  expect(reply.field("total")).toBe(0);
});
