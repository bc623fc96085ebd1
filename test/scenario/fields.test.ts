import { randomUUID } from "node:crypto";
import type { Answered } from "../../server/fields/answer-spelling.ts";
import type { ProposalsAnswer } from "../../server/fields/list-proposals.ts";
import type { Provisioned } from "../../server/hubspot/provision.ts";
import type { Defined, Drift } from "../../src/fields/definition-drift.ts";
import type { FieldAudit, Finding } from "../../src/fields/audit.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import { fieldNotes } from "../../src/view/field-notes.ts";
import { reassessPortal } from "../../server/assess/reassess-portal.ts";
import { eventually } from "../build/eventually.ts";
import { addressOf, messyPortal } from "./messy-portal.ts";
import { settled } from "./settled.ts";
import { signedUser } from "./signed-user.ts";
import { startStack, type Stack } from "./stack.ts";

// Governed fields in the flow, through real webhooks and jobs.

const people = {
  Ada: { specialty: "Cardio", service_interest: "Online scheduling; referrals" },
  Ben: { specialty: "cardiolgy" },
  Cleo: { specialty: "cardiolgy", organization_type: "Hosp." },
  Dora: { specialty: "asdf" },
  Emil: { specialty: "Ortho" },
  Fay: { specialty: "zzz" },
  Gus: { specialty: "zzz" },
  Hal: { specialty: "zzz" },
};

let stack: Stack;
let ids: Readonly<Record<keyof typeof people, string>>;
beforeAll(async () => {
  stack = await startStack({ seed: (now) => messyPortal(people, now) });
  await stack.install();
  const found = await Promise.all(
    Object.keys(people).map(
      async (name) =>
        [name, await stack.person.find("contacts", "email", addressOf(name))] as const,
    ),
  );
  ids = Object.fromEntries(found) as typeof ids;
  await settled(stack.server.services);
}, 120_000);
afterAll(() => stack.close());

async function portalOf(): Promise<string> {
  const { db } = stack.server.services;
  const row = await db.selectFrom("portals").select("portal_id").executeTakeFirstOrThrow();
  return row.portal_id;
}

/** Who installed the app: the admin as long as nobody is named. */
async function installer() {
  const { db } = stack.server.services;
  const row = await db.selectFrom("portals").select("installed_by").executeTakeFirstOrThrow();
  return signedUser(stack, row.installed_by ?? "");
}

async function factsOf(id: string): Promise<ContactFacts> {
  const row = await stack.server.services.db
    .selectFrom("standings")
    .select("facts")
    .where("object_type", "=", "contacts")
    .where("object_id", "=", id)
    .executeTakeFirstOrThrow();
  return row.facts as ContactFacts;
}

test("certain spellings fill our fields; what people wrote stays, and is what the facts rest on", async () => {
  await stack.person.see("contacts", ids.Ada, {
    specialty: "Cardio",
    medqual_specialty: "cardiology",
    medqual_service_interest: "scheduling;referral_management",
  });
  await stack.person.see("contacts", ids.Cleo, { medqual_organization_type: "hospital" });
  await stack.person.see("contacts", ids.Dora, { specialty: "asdf", medqual_specialty: null });

  const notes = fieldNotes(await factsOf(ids.Ada), { playbook: hybridPlaybook });
  expect(notes.find(({ id }) => id === "specialty")).toMatchObject({
    property: "contact.specialty",
    sentence: "Specialty: Cardiology, read from “Cardio”.",
  });
});

test("a value that somebody sets after ours stays, whatever the words say", async () => {
  const { person } = stack;
  await person.see("contacts", ids.Emil, { medqual_specialty: "orthopedics" });
  await person.change("contacts", ids.Emil, {
    medqual_specialty: "podiatry",
    specialty: "Cardiology dept.",
  });
  await eventually(
    async () => (await factsOf(ids.Emil)).profile.specialty,
    (fact) => fact.kind === "known" && fact.value === "podiatry",
  );
  await settled(stack.server.services);

  await person.see("contacts", ids.Emil, {
    specialty: "Cardiology dept.",
    medqual_specialty: "podiatry",
  });
}, 30_000);

test("what somebody says a doubtful spelling means holds for all who have it", async () => {
  const admin = signedUser(stack, "9001");
  const before = await admin.get<ProposalsAnswer>("/api/fields/proposals");
  expect(before.proposals).toEqual([
    {
      field: "specialty",
      fieldLabel: "Specialty",
      spelling: "cardiolgy",
      value: "cardiology",
      valueLabel: "Cardiology",
      words: "cardiolgy",
      records: 2,
    },
  ]);

  const answer = {
    key: randomUUID(),
    field: "specialty",
    spelling: "Cardiolgy",
    means: "cardiology",
  };
  const first = await admin.post<Answered>("/api/fields/spellings", answer);
  const again = await admin.post<Answered>("/api/fields/spellings", answer);

  expect([first, again]).toEqual([{ records: 2 }, { records: 2 }]);
  await stack.person.see("contacts", ids.Ben, {
    specialty: "cardiolgy",
    medqual_specialty: "cardiology",
  });
  await stack.person.see("contacts", ids.Cleo, { medqual_specialty: "cardiology" });
  const after = await admin.get<ProposalsAnswer>("/api/fields/proposals");
  expect(after.proposals).toEqual([]);
  expect(after.taught).toMatchObject([{ spelling: "Cardiolgy", value: "cardiology", by: "9001" }]);
});

test("definitions that drifted are told, repaired on an upgrade, and then left alone", async () => {
  const { services } = stack.server;
  const at = `${stack.sandbox.url}/crm/properties/2026-09/contacts`;
  const headers = { authorization: "Bearer sandbox-admin", "content-type": "application/json" };
  const call = async (method: string, name: string, body?: object) => {
    const options = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return (await fetch(`${at}/${name}`, options)).json() as Promise<Defined>;
  };
  const { options } = await call("GET", "medqual_specialty");
  const kept = options.filter(({ value }) => value !== "oncology");
  await call("PATCH", "medqual_specialty", { label: "Field", options: kept });
  await fetch(`${at}/medqual_snooze_until`, { method: "DELETE", headers });
  const owner = await installer();
  const before = await owner.get<{ drifts: readonly Drift[] }>("/api/fields/properties");

  await services.db.updateTable("portals").set({ provisioned_as: "an earlier version" }).execute();
  await services.bell.ring(await portalOf(), "bulk");
  await eventually(
    () => services.db.selectFrom("portals").select("provisioned_as").executeTakeFirstOrThrow(),
    (row) => row.provisioned_as !== "an earlier version",
  );
  const calls = stack.calls.length;
  const again = await owner.post<Provisioned>("/api/fields/properties/repairs", {});

  expect(before.drifts.map(({ property, kind, options: of }) => [property, kind, of])).toEqual([
    ["contacts.medqual_snooze_until", "missing", []],
    ["contacts.medqual_specialty", "options_missing", ["oncology"]],
    ["contacts.medqual_specialty", "label", []],
  ]);
  const after = await call("GET", "medqual_specialty");
  expect(after.label).toBe("Field");
  expect(after.options.map(({ value }) => value).toSorted()).toEqual(
    options.map(({ value }) => value).toSorted(),
  );
  expect(again).toMatchObject({ created: [], repaired: [], problems: [] });
  expect(stack.calls.slice(calls).filter(({ method }) => method !== "GET")).toEqual([]);
}, 30_000);

test("deciding everything again writes nothing", async () => {
  const { services } = stack.server;
  await settled(services);
  const before = stack.calls.length;
  const portalId = await portalOf();
  await services.db
    .transaction()
    .execute((trx) => reassessPortal(trx, portalId, { cause: "test", now: Date.now() }));
  await services.bell.ring(portalId, "bulk");
  await settled(services);

  const written = stack.calls.slice(before).filter(({ path }) => path.includes("/batch/update"));
  expect(written).toEqual([]);
}, 30_000);

test("an audit tells how each field is written, what is wrong, and whom it keeps on hold", async () => {
  const user = signedUser(stack, "9001");
  await stack.person.submitForm({
    email: "ines@fields.example",
    formName: "Contact form",
    pageTitle: "Contact us",
    values: { specialty: "Cardio" },
  });
  const ines = await stack.person.find("contacts", "email", "ines@fields.example");
  await stack.person.see("contacts", ines, { medqual_specialty: "cardiology" });
  await settled(stack.server.services);
  await user.post("/api/fields/audit/looks", {});
  const audit = await eventually(
    () => user.get<FieldAudit>("/api/fields/audit"),
    ({ lookedAt }) => lookedAt !== null,
  );
  const found = (kind: Finding["kind"], property: string) =>
    audit.findings.find((each) => each.kind === kind && each.property === property);

  expect(audit.places.find(({ property }) => property === "specialty")).toEqual({
    field: "specialty",
    objectType: "contacts",
    property: "specialty",
    isTarget: false,
    records: 15,
    filled: 11,
    agreed: 0,
    understood: 7,
    spellings: 6,
  });
  expect(found("certain_spellings", "specialty")).toMatchObject({
    records: 7,
    fix: { kind: "rewrite", objectType: "contacts", field: "specialty", property: "specialty" },
  });
  expect(found("unknown_values", "specialty")).toMatchObject({
    records: 4,
    examples: [ids.Fay, ids.Gus, ids.Hal, ids.Dora],
  });
  expect(found("look_alike", "field_of_work")).toMatchObject({ field: "specialty" });
  expect(found("form_beside", "specialty")?.sentence).toContain("“Contact form”");
  expect(found("bad_writer", "specialty")?.records).toBe(4);
  expect(found("drifted_definition", "medqual_specialty")?.sentence).toContain("“Field”");
  const held = await stack.server.services.db
    .selectFrom("standings")
    .select("object_id")
    .where("status", "=", "hold")
    .execute();
  expect(audit.gaps.map(({ onHold }) => onHold)).toEqual(
    audit.gaps.map(({ onHold }) => Math.min(onHold, held.length)),
  );
  expect(audit.gaps[0]?.onHold).toBe(held.length);
  const csv = await user.get<string>("/api/fields/audit?format=csv");
  expect(csv.split("\n")[0]).toBe(
    "kind,field,objectType,property,records,onHold,sentence,remedy,examples",
  );
  expect(csv.trim().split("\n")).toHaveLength(1 + audit.findings.length + audit.gaps.length);
}, 30_000);
