import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start, type Reply } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

function submit(email: string, submittedAt: string, formName = "Book a demo"): Promise<Reply> {
  const form = { email, formName, pageTitle: "Demo", values: { firstname: "Lu" }, submittedAt };
  return call(sandbox, "/sandbox/form-submissions", form);
}

async function formId(): Promise<string> {
  const forms = await call(sandbox, "/marketing/v3/forms");
  return String(forms.field("results.0.id"));
}

function submissions(id: string, query = ""): Promise<Reply> {
  return call(sandbox, `/form-integrations/v1/submissions/forms/${id}${query}`);
}

function times(reply: Reply): readonly number[] {
  return (reply.field("results") as readonly { submittedAt: number }[]).map(
    ({ submittedAt }) => submittedAt,
  );
}

test("the SDK lists the forms that were sent, with the fields they ask for", async () => {
  await submit("lu@mercy.example", "2026-10-01T10:00:00Z");

  const { formsApi } = sdk(sandbox).marketing.forms;
  const { results } = await formsApi.getPage();
  const [form] = results as unknown as readonly {
    id: string;
    name: string;
    fieldGroups: readonly { fields: readonly unknown[] }[];
  }[];
  const one = await formsApi.getById(form?.id ?? "");

  expect(form?.name).toBe("Book a demo");
  expect(form?.fieldGroups.flatMap(({ fields }) => fields)).toMatchObject([
    { name: "firstname", fieldType: "single_line_text", required: false },
    { name: "email", fieldType: "email", required: true },
  ]);
  expect(one).toEqual(form);
});

test("submissions come newest first and name no contact", async () => {
  await submit("lu@mercy.example", "2026-10-01T10:00:00Z");
  await submit("cio@mercy.example", "2026-10-03T10:00:00Z");
  await submit("nurse@mercy.example", "2026-10-02T10:00:00Z");

  const reply = await submissions(await formId());

  expect(times(reply)).toEqual([3, 2, 1].map((day) => Date.UTC(2026, 9, day, 10)));
  expect(reply.field("results.0")).toEqual({
    conversionId: expect.any(String),
    submittedAt: Date.UTC(2026, 9, 3, 10),
    values: [
      { name: "firstname", value: "Lu", objectTypeId: "0-1" },
      { name: "email", value: "cio@mercy.example", objectTypeId: "0-1" },
    ],
    pageUrl: "https://www.example.com/demo",
  });
});

test("a page stays where it is when something is sent meanwhile", async () => {
  await submit("a@x.example", "2026-10-01T10:00:00Z");
  await submit("b@x.example", "2026-10-02T10:00:00Z");
  const id = await formId();

  const first = await submissions(id, "?limit=1");
  await submit("c@x.example", "2026-10-03T10:00:00Z");
  const after = String(first.field("paging.next.after"));
  const second = await submissions(id, `?limit=1&after=${after}`);

  expect(times(first)).toEqual([Date.UTC(2026, 9, 2, 10)]);
  expect(times(second)).toEqual([Date.UTC(2026, 9, 1, 10)]);
  expect(second.body).not.toHaveProperty("paging");
});

test.each([
  ["?limit=51", 400],
  ["?after=nowhere", 400],
  ["?since=1", 501],
])("the submissions%s answer %d", async (query, status) => {
  await submit("a@x.example", "2026-10-01T10:00:00Z");

  const reply = await submissions(await formId(), query);

  expect(reply.status).toBe(status);
});

test("an unknown form is not found", async () => {
  const reply = await submissions("5a0d0000-0000-4000-8000-00000000ffff");

  expect(reply.status).toBe(404);
});

test("a contact keeps what it sent in a property that HubSpot computes", async () => {
  await submit("cio@mercy.example", "2026-10-01T10:00:00Z");
  await submit("cio@mercy.example", "2026-10-02T10:00:00Z", "Price list");

  const read = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}?properties=hs_calculated_form_submissions`,
  );

  expect(read.field("properties.hs_calculated_form_submissions")).toMatch(
    /^[\da-f-]{36}::1790848800000;[\da-f-]{36}::1790935200000$/,
  );
});

test("a privacy deletion takes what the contact sent with it", async () => {
  await submit("cio@mercy.example", "2026-10-01T10:00:00Z");
  const id = await formId();

  await call(sandbox, "/crm/objects/2026-09/contacts/gdpr-delete", { objectId: seeded.cio });
  const reply = await submissions(id);

  expect(reply.field("results")).toEqual([]);
});
