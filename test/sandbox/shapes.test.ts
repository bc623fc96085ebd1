import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  anApp,
  call,
  connect,
  form,
  seeded,
  start,
  testClock,
  type Reply,
} from "./sandbox-under-test.ts";
import { misfits, type Model } from "./sdk-shapes.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

// Search allows five calls a second.
beforeEach(() => clock.pass(10_000));

afterAll(() => sandbox.close());

/** Where HubSpot's answers are known to differ from the SDK's models of them. */
const quirks = [
  // Documented, and dropped by the SDK.
  /\/(url|warnings|dataSensitivity): is unknown$/,
  // HubSpot's errors begin with a status that the specification leaves out.
  /^\/status: is unknown$/,
  // A type without a label has the label null, which the model takes for absent.
  /\/label: is object, not string$/,
];

function deviations(model: Model, reply: Reply): readonly string[] {
  return misfits(model, reply.body).filter((text) => !quirks.some((quirk) => quirk.test(text)));
}

const properties = { hs_timestamp: "2026-10-05T14:00:00Z" };
const made = { contacts: { email: "shape@x.example" }, companies: { name: "Shape" }, deals: {} };

test.each([
  ["crm/contacts", "contacts", made.contacts, seeded.cio],
  ["crm/companies", "companies", made.companies, seeded.hospital],
  ["crm/deals", "deals", { dealname: "Shape" }, seeded.deal],
  ["crm/objects/meetings", "meetings", properties, undefined],
  ["crm/objects/calls", "calls", properties, undefined],
  ["crm/objects/notes", "notes", properties, undefined],
  ["crm/objects/emails", "emails", properties, undefined],
  ["crm/objects/tasks", "tasks", properties, undefined],
])("answers have the shapes of the SDK's %s", async (api, type, values, present) => {
  const root = `/crm/v3/objects/${type}`;
  const created = await call(sandbox, root, { properties: values });
  const id = present ?? String(created.field("id"));
  const batch = {
    inputs: [
      { id, properties: {} },
      { id: "12", properties: {} },
    ],
  };

  const query = "propertiesWithHistory=hs_object_id&associations=companies,contacts,deals";
  const found = [
    ["SimplePublicObject", created],
    ["SimplePublicObjectWithAssociations", await call(sandbox, `${root}/${id}?${query}`)],
    [
      "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging",
      await call(sandbox, `${root}?limit=1&${query}`),
    ],
    [
      "BatchResponseSimplePublicObject",
      await call(sandbox, `${root}/batch/read`, { inputs: [{ id }] }),
    ],
    ["CollectionResponseWithTotalSimplePublicObject", await call(sandbox, `${root}/search`, {})],
    ["ModelError", await call(sandbox, root, { properties: { no_such: "1" } })],
  ] as const;
  const partly = await call(sandbox, `${root}/batch/update`, batch);

  for (const [name, reply] of found) expect(deviations({ api, name }, reply)).toEqual([]);
  // Batch errors published from live accounts have no `errors` and no `links`.
  expect(deviations({ api, name: "BatchResponseSimplePublicObjectWithErrors" }, partly)).toEqual([
    "/errors/0/links: is missing",
    "/errors/0/errors: is missing",
  ]);
});

test.each([
  ["crm/properties", "CollectionResponsePropertyNoPaging", "/crm/v3/properties/contacts"],
  ["crm/properties", "Property", "/crm/v3/properties/companies/industry"],
  ["crm/properties", "CollectionResponsePropertyGroupNoPaging", "/crm/v3/properties/deals/groups"],
  ["crm/pipelines", "CollectionResponsePipelineNoPaging", "/crm/v3/pipelines/deals"],
  ["crm/pipelines", "PipelineStage", "/crm/v3/pipelines/deals/default/stages/closedwon"],
  ["crm/owners", "CollectionResponsePublicOwnerForwardPaging", "/crm/v3/owners"],
  ["crm/owners", "PublicOwner", "/crm/v3/owners/51"],
  [
    "crm/associations/v4/schema",
    "CollectionResponseAssociationSpecWithLabelNoPaging",
    "/crm/associations/v4/contacts/deals/labels",
  ],
])("GET answers have the shape of the SDK's %s %s", async (api, name, path) => {
  const reply = await call(sandbox, path);

  expect(deviations({ api, name }, reply)).toEqual([]);
});

test("associations have the shapes of the SDK's, but for ids that are numbers", async () => {
  const api = "crm/associations/v4";
  const root = "/crm/v4/associations/contacts/companies/batch";
  const pair = { from: { id: seeded.nurse }, to: { id: seeded.hospital } };
  const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 279 }];
  const strings = await start({ switches: { toObjectIdType: "string" } });

  const found = [
    [
      "BatchResponsePublicDefaultAssociation",
      await call(strings, `${root}/associate/default`, { inputs: [pair] }),
    ],
    [
      "BatchResponseLabelsBetweenObjectPair",
      await call(strings, `${root}/create`, { inputs: [{ ...pair, types }] }),
    ],
    [
      "BatchResponsePublicAssociationMultiWithLabel",
      await call(strings, `${root}/read`, { inputs: [{ id: seeded.cio }] }),
    ],
    [
      "CollectionResponseMultiAssociatedObjectWithLabelForwardPaging",
      await call(strings, `/crm/v4/objects/contacts/${seeded.cio}/associations/companies`),
    ],
  ] as const;
  const numbers = await call(sandbox, `${root}/read`, { inputs: [{ id: seeded.cio }] });
  await strings.close();

  for (const [name, reply] of found) expect(deviations({ api, name }, reply)).toEqual([]);
  expect(
    deviations({ api, name: "BatchResponsePublicAssociationMultiWithLabel" }, numbers),
  ).toEqual(["/results/0/to/0/toObjectId: is number, not string"]);
});

test("forms, marketing events and participations have the shapes of the SDK's", async () => {
  const values = {
    numemployees: "1-5",
    hs_buying_role: "CHAMPION",
    hs_lead_status: "NEW",
    phone: "1",
    message: "Hello",
  };
  const form = { email: "cio@mercy.example", formName: "Demo", pageTitle: "Demo", values };
  await call(sandbox, "/sandbox/form-submissions", form);
  const root = "/marketing/v3/marketing-events";
  const event = await call(sandbox, `${root}/events`, {
    externalAccountId: "a",
    externalEventId: "e",
    eventName: "Shape",
    eventOrganizer: "N",
    startDateTime: "2026-10-20T15:00:00Z",
  });
  const id = String(event.field("objectId"));
  const noted = await call(sandbox, `${root}/${id}/attendance/register/create`, {
    inputs: [{ vid: Number(seeded.cio), interactionDateTime: 1 }],
  });

  const found = [
    ["MarketingEventDefaultResponse", event],
    ["BatchResponseSubscriberVidResponse", noted],
    ["MarketingEventPublicReadResponseV2", await call(sandbox, `${root}/${id}`)],
    ["AttendanceCounters", await call(sandbox, `${root}/participations/${id}`)],
    [
      "CollectionResponseWithTotalParticipationBreakdownForwardPaging",
      await call(sandbox, `${root}/participations/${id}/breakdown`),
    ],
  ] as const;
  const forms = await call(sandbox, "/marketing/v3/forms");
  const [first] = forms.field("results") as readonly unknown[];

  for (const [name, reply] of found) {
    expect(deviations({ api: "marketing/events", name }, reply)).toEqual([]);
  }
  expect(misfits({ api: "marketing/forms", name: "HubSpotFormDefinition" }, first)).toEqual([]);
});

test("tokens have the shapes of the SDK's", async () => {
  const app = anApp();
  const { accessToken, refreshToken } = await connect(sandbox);

  const tokens = await form(sandbox, "/oauth/2026-09/token", {
    grant_type: "refresh_token",
    client_id: app.clientId,
    client_secret: app.clientSecret,
    refresh_token: refreshToken,
  });
  const access = await call(sandbox, `/oauth/v1/access-tokens/${accessToken}`);
  const refresh = await call(sandbox, `/oauth/v1/refresh-tokens/${refreshToken}`);

  const api = "oauth";
  expect(misfits({ api, name: "AccessTokenResponse" }, tokens.body)).toEqual([]);
  expect(misfits({ api, name: "AccessTokenInfoResponse" }, access.body)).toEqual([]);
  expect(misfits({ api, name: "RefreshTokenInfoResponse" }, refresh.body)).toEqual([]);
});

test.each([
  [{ id: "1" }, "/properties: is missing"],
  [{ id: 1 }, "/id: is number, not string"],
  [{ createdAt: "yesterday" }, "/createdAt: is no instant"],
  [{ moreover: true }, "/moreover: is unknown"],
])("the comparison sees what is wrong with %j", (value, text) => {
  const found = misfits({ api: "crm/contacts", name: "SimplePublicObject" }, value);

  expect(found).toContain(text);
});
