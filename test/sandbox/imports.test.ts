import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { column, email, importRequest, importRoot, sendImport } from "./import-form.ts";
import {
  anApp,
  call,
  connect,
  seeded,
  start,
  testClock,
  until,
  type Reply,
} from "./sandbox-under-test.ts";
import { receiver, subscribedTo } from "./webhook-receiver.ts";

const contacts = "/crm/objects/2026-09/contacts";
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start({ now: testClock().now, switches: { importMs: 60_000 } });
});

afterEach(() => sandbox.close());

function pass(ms: number): void {
  sandbox.clock.change({ now: sandbox.clock.now() + ms });
}

function send(wanted: object, lines: readonly string[], path?: string): Promise<Reply> {
  return sendImport(sandbox, wanted, { lines, ...(path && { path }) });
}

/** What an import says when it is over. */
async function imported(wanted: object, lines: readonly string[]) {
  const started = await send(wanted, lines);
  const path = `${importRoot}/${String(started.field("id"))}`;
  pass(60_000);
  const shown = await call(sandbox, path);
  const errors = await call(sandbox, `${path}/errors?includeErrorMessage=true&includeRowData=true`);
  return { id: String(started.field("id")), shown, errors };
}

async function valuesOf(id: string, ...names: readonly string[]) {
  const reply = await call(sandbox, `${contacts}/${id}?properties=${names.join(",")}`);
  return names.map((name) => reply.field(`properties.${name}`));
}

test("an import starts, runs and ends, and then its rows are there", async () => {
  const started = await send(importRequest([email, column("firstname")]), [
    "Email,firstname",
    "cio@mercy.example,Ada",
    "new@x.example,Bo",
  ]);
  const path = `${importRoot}/${String(started.field("id"))}`;
  const [before] = await valuesOf(seeded.cio, "firstname");
  pass(30_000);
  const running = await call(sandbox, path);
  pass(30_000);

  const ended = await call(sandbox, path);

  expect(started.status).toBe(200);
  expect([started.field("state"), running.field("state"), ended.field("state")]).toEqual([
    "STARTED",
    "PROCESSING",
    "DONE",
  ]);
  expect(ended.body).toMatchObject({
    importName: "Leads",
    importSource: "API",
    mappedObjectTypeIds: ["0-1"],
    optOutImport: false,
    metadata: {
      counters: {
        TOTAL_ROWS: 2,
        MAPPED_COLUMNS: 2,
        PROPERTY_VALUES_EMITTED: 4,
        CREATED_OBJECTS: 1,
        UPDATED_OBJECTS: 1,
        UNIQUE_OBJECTS_WRITTEN: 2,
        ASSOCIATIONS_CREATED: 0,
        ERRORS: 0,
      },
      objectLists: [],
    },
  });
  const [after] = await valuesOf(seeded.cio, "firstname");
  const found = await call(sandbox, `${contacts}/new@x.example?idProperty=email`);
  expect([before, after]).toEqual(["Ida", "Ada"]);
  expect(found.status).toBe(200);
});

test("what was imported has the source IMPORT in history and in webhooks", async () => {
  const target = await receiver();
  await sandbox.close();
  const subscriptions = {
    legacyCrmObjects: [
      { subscriptionType: "contact.propertyChange", propertyName: "jobtitle", active: true },
    ],
  };
  const app = anApp({ webhooks: subscribedTo(target.url, subscriptions) });
  sandbox = await start({ app, switches: { importMs: 10 } });
  await connect(sandbox, app);

  const started = await send(importRequest([email, column("jobtitle")]), [
    "Email,jobtitle",
    "cio@mercy.example,Chief",
  ]);
  await until(() => target.requests.length > 0);

  const importId = String(started.field("id"));
  const record = await call(sandbox, `${contacts}/${seeded.cio}?propertiesWithHistory=jobtitle`);
  await target.close();
  expect(record.field("propertiesWithHistory.jobtitle.0")).toMatchObject({
    value: "Chief",
    sourceType: "IMPORT",
    sourceId: importId,
  });
  expect(JSON.parse(target.requests[0]?.body ?? "")).toMatchObject([
    {
      propertyName: "jobtitle",
      propertyValue: "Chief",
      changeSource: "IMPORT",
      sourceId: importId,
    },
  ]);
});

test("cells hold labels, owners' addresses and dates as people write them, and empty ones change nothing", async () => {
  const definition = {
    name: "visit",
    label: "Visit",
    type: "date",
    fieldType: "date",
    groupName: "contactinformation",
  };
  await call(sandbox, "/crm/properties/2026-09/contacts", definition);
  const columns = ["hs_lead_status", "hubspot_owner_id", "visit", "firstname"];

  await imported(
    importRequest([email, ...columns.map((name) => column(name))], {
      dateFormat: "DAY_MONTH_YEAR",
    }),
    [
      `Email,${columns.join(",")}`,
      "cio@mercy.example,In Progress,Jo@northwind.example,05/11/2026,",
    ],
  );

  expect(await valuesOf(seeded.cio, ...columns)).toEqual([
    "IN_PROGRESS",
    "52",
    "2026-11-05",
    "Ida",
  ]);
});

test("a wrong value is left out and told of, a wrong address loses its row", async () => {
  const { shown, errors } = await imported(importRequest([email, column("hs_lead_status")]), [
    "Email,hs_lead_status",
    "cio@mercy.example,SLEEPING",
    "nobody,NEW",
    "three,cells,here",
  ]);

  expect(shown.field("metadata.counters.ERRORS")).toBe(3);
  expect(errors.field("results")).toEqual([
    {
      id: "1",
      createdAt: expect.any(Number),
      errorType: "INVALID_ENUMERATION_OPTION",
      errorMessage: expect.stringContaining("SLEEPING was not one of the allowed options"),
      objectType: "CONTACT",
      objectTypeId: "0-1",
      invalidValue: "SLEEPING",
      invalidValueToDisplay: "SLEEPING",
      knownColumnNumber: 1,
      sourceData: {
        fileId: expect.any(Number),
        lineNumber: 2,
        rowData: ["cio@mercy.example", "SLEEPING"],
        additionalRowData: [],
        containsEncryptedProperties: false,
      },
    },
    expect.objectContaining({ errorType: "INVALID_EMAIL", knownColumnNumber: 0 }),
    expect.objectContaining({ errorType: "INCORRECT_NUMBER_OF_COLUMNS" }),
  ]);
});

test.each([
  ["CREATE", "cio@mercy.example", "CREATE_ONLY_IMPORT"],
  ["UPDATE", "new@x.example", "UPDATE_ONLY_IMPORT"],
])("an import that may only %s refuses %s", async (operation, address, errorType) => {
  const wanted = importRequest([email, column("city")], { importOperations: { "0-1": operation } });

  const { errors } = await imported(wanted, ["Email,city", `${address},Rome`]);

  expect(errors.field("results.0.errorType")).toBe(errorType);
});

test("records of a row are associated with each other, and with an id in a column", async () => {
  const key = { associationTypeId: 279, associationCategory: "HUBSPOT_DEFINED" };
  const wanted = importRequest([
    email,
    { columnObjectTypeId: "0-2", columnName: "Domain", propertyName: "domain" },
    column("Company ID", {
      propertyName: null,
      columnType: "HUBSPOT_OBJECT_ID",
      foreignKeyType: key,
    }),
  ]);

  const { shown } = await imported(wanted, [
    "Email,Domain,Company ID",
    `nurse@mercy.example,clinic.example,${seeded.hospital}`,
  ]);

  const read = await call(sandbox, `${contacts}/${seeded.nurse}?associations=companies`);
  const linked = read.field("associations.companies.results") as readonly { id: string }[];
  const [clinic] = [...sandbox.portal.shelves["0-2"].all()].filter(
    ({ values }) => values["domain"] === "clinic.example",
  );
  expect(shown.field("metadata.counters.ASSOCIATIONS_CREATED")).toBe(2);
  expect(new Set(linked.map(({ id }) => id))).toEqual(new Set([seeded.hospital, clinic?.id]));
});

test("an import that is cancelled in time writes nothing", async () => {
  const started = await send(importRequest([email, column("city")]), [
    "Email,city",
    "cio@mercy.example,Rome",
  ]);
  const path = `${importRoot}/${String(started.field("id"))}`;
  const cancelled = await call(sandbox, `${path}/cancel`, undefined, { method: "POST" });
  pass(60_000);

  const shown = await call(sandbox, path);
  const late = await call(sandbox, `${path}/cancel`, undefined, { method: "POST" });
  expect([cancelled.status, shown.field("state"), late.status]).toEqual([200, "CANCELED", 400]);
  expect(await valuesOf(seeded.cio, "city")).toEqual([null]);
});

test("three imports run at a time, a fourth waits, whichever path they came by", async () => {
  const wanted = importRequest([email]);
  const states = [];
  for (const path of [importRoot, importRoot, "/crm/v3/imports", "/crm/v3/imports"]) {
    states.push((await send(wanted, ["Email"], path)).field("state"));
  }
  const page = await call(sandbox, `${importRoot}?limit=3`);
  const rest = await call(
    sandbox,
    `${importRoot}?limit=3&after=${String(page.field("paging.next.after"))}`,
  );

  expect(states).toEqual(["STARTED", "STARTED", "STARTED", "DEFERRED"]);
  expect([page.field("results.length"), rest.field("results.length")]).toEqual([3, 1]);
});

test("a file that is no CSV fails as a whole", async () => {
  const { shown, errors } = await imported(importRequest([email]), ["Email", '"cio']);

  expect(shown.field("state")).toBe("FAILED");
  expect(errors.field("results.0")).toMatchObject({
    errorType: "COULD_NOT_PARSE_ROW",
    sourceData: { lineNumber: 0 },
  });
});

test.each([
  ["a property that is none", importRequest([column("no_such")]), 400],
  ["a read-only property", importRequest([email, column("hs_email_domain")]), 400],
  [
    "another file",
    importRequest([email], { files: [{ ...importRequest([email]).files[0], fileName: "b.csv" }] }),
    400,
  ],
  ["a field it does not know", importRequest([email], { colour: "red" }), 501],
  ["a list of its contacts", importRequest([email], { createContactListFromImport: true }), 501],
])("an import with %s is refused at once", async (_, wanted, status) => {
  const reply = await send(wanted, ["Email"]);

  expect(reply.status).toBe(status);
});
