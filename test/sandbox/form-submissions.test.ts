import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, seeded, start, type Reply } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

function submit(email: string, more: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
  const form = { email, formName: "Book a demo", pageTitle: "Demo", values: { firstname: "Lu" } };
  return call(sandbox, "/sandbox/form-submissions", { ...form, ...more });
}

const conversions =
  "properties=recent_conversion_event_name,recent_conversion_date,first_conversion_event_name," +
  "num_conversion_events,num_unique_conversion_events,associatedcompanyid,firstname";

test("a form creates a contact, notes the conversion and finds the company by the address", async () => {
  const made = await submit("Lu@mercy.example", { submittedAt: "2026-10-01T10:00:00Z" });
  const id = String(made.field("id"));

  const read = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}?${conversions}&propertiesWithHistory=firstname`,
  );

  expect(read.field("properties")).toMatchObject({
    associatedcompanyid: seeded.hospital,
    first_conversion_event_name: "Demo: Book a demo",
    firstname: "Lu",
    num_conversion_events: "1",
    num_unique_conversion_events: "1",
    recent_conversion_date: "2026-10-01T10:00:00.000Z",
    recent_conversion_event_name: "Demo: Book a demo",
  });
  expect(read.field("propertiesWithHistory.firstname.0.sourceType")).toBe("FORM");
});

test("a second form updates the contact and keeps its first conversion", async () => {
  await submit("cio@mercy.example");
  await submit("cio@mercy.example", { formName: "Price list" });
  await submit("cio@mercy.example", { formName: "Price list" });

  const read = await call(sandbox, `/crm/objects/2026-09/contacts/${seeded.cio}?${conversions}`);

  expect(read.field("properties")).toMatchObject({
    first_conversion_event_name: "Demo: Book a demo",
    firstname: "Lu",
    num_conversion_events: "3",
    num_unique_conversion_events: "2",
    recent_conversion_event_name: "Demo: Price list",
  });
});

test.each(["lu@gmail.com", "lu@nowhere.example"])(
  "nobody's company is guessed for %s",
  async (email) => {
    const made = await submit(email);

    expect(made.field("properties.associatedcompanyid")).toBeNull();
  },
);

test("a form can't set what HubSpot computes", async () => {
  const reply = await submit("lu@x.example", { values: { num_conversion_events: "9" } });

  expect(reply.status).toBe(400);
});

test("a reply to a sales e-mail is noted on its contact", async () => {
  const at = "2026-10-02T12:00:00.000Z";

  const reply = await call(sandbox, "/sandbox/email-replies", { contactId: seeded.nurse, at });

  expect(reply.field("properties.hs_sales_email_last_replied")).toBe(at);
});

test("the state counts what is there, and the home page says what this is", async () => {
  const state = await call(sandbox, "/sandbox/state");
  const home = await fetch(sandbox.url);

  expect(state.body).toMatchObject({
    records: { contacts: 2, companies: 1, deals: 1 },
    owners: 2,
    app: { installed: false },
  });
  expect(await home.text()).toContain("<h1>Northwind Care</h1>");
});
