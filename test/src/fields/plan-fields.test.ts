import fc from "fast-check";
import { asPeopleLeft } from "../../../src/fields/as-people-left.ts";
import { mayRewrite } from "../../../src/fields/may-rewrite.ts";
import { type FieldRecord, planFields } from "../../../src/fields/plan-fields.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { planWrites } from "../../../src/projection/plan-writes.ts";

const playbook = hybridPlaybook;
type Parts = Partial<Record<"properties" | "written" | "raw", Record<string, string | null>>>;
const contact = (parts: Parts): FieldRecord => ({
  type: "contact",
  properties: {},
  written: {},
  raw: {},
  ...parts,
});
const nothing = { values: {}, raw: {}, proposals: [] };
const ours = { medqual_specialty: "cardiology" };

test.each<readonly [string, Parts, unknown]>([
  [
    "a certain spelling fills our property; what people wrote stays where it is",
    { properties: { specialty: "Cardio" } },
    { ...nothing, values: ours },
  ],
  [
    "a canonical one does too",
    { properties: { specialty: "Cardiology", service_interest: "scheduling" } },
    { ...nothing, values: { ...ours, medqual_service_interest: "scheduling" } },
  ],
  [
    "a doubtful one is proposed",
    { properties: { specialty: "cardiolgy" } },
    {
      ...nothing,
      proposals: [
        {
          field: "specialty",
          property: "specialty",
          text: "cardiolgy",
          value: "cardiology",
          words: "cardiolgy",
        },
      ],
    },
  ],
  ["one that says nothing is left alone", { properties: { specialty: "n/a" } }, nothing],
  [
    "what somebody has chosen in our property stays",
    { properties: { specialty: "Cardio", medqual_specialty: "oncology" } },
    nothing,
  ],
  [
    "another spelling in our property is rewritten, and kept",
    { properties: { medqual_specialty: "Cardio" } },
    { ...nothing, values: ours, raw: { medqual_specialty: "Cardio" } },
  ],
  [
    "what we filled follows the words it was read from",
    { properties: { specialty: "Ortho", ...ours }, written: ours },
    { ...nothing, values: { medqual_specialty: "orthopedics" } },
  ],
  [
    "what we filled goes with them",
    { properties: { specialty: null, ...ours }, written: ours },
    { ...nothing, values: { medqual_specialty: "" } },
  ],
  [
    "what we took back may be filled again",
    { properties: { specialty: "Cardio" }, written: { medqual_specialty: "" } },
    { ...nothing, values: ours },
  ],
  [
    "a value that somebody set after ours stays",
    { properties: { specialty: "Cardio", medqual_specialty: "oncology" }, written: ours },
    nothing,
  ],
  [
    "even one that is spelled otherwise is only proposed",
    { properties: { specialty: "Cardio", medqual_specialty: "Onc" }, written: ours },
    {
      ...nothing,
      proposals: [
        {
          field: "specialty",
          property: "medqual_specialty",
          text: "Onc",
          value: "oncology",
          words: "Onc",
        },
      ],
    },
  ],
  [
    "what somebody cleared after us stays empty",
    { properties: { specialty: "Cardio", medqual_specialty: "" }, written: ours },
    nothing,
  ],
])("%s", (_, parts, expected) => {
  expect(planFields(contact(parts), playbook)).toEqual(expected);
});

test("several options in another order are still ours", () => {
  const record = contact({
    properties: {
      service_interest: "scheduling + referrals",
      medqual_service_interest: "referral_management;scheduling",
    },
    written: { medqual_service_interest: "scheduling;referral_management" },
  });

  expect(asPeopleLeft(record, playbook)["medqual_service_interest"]).toBeNull();
});

test("facts are read from what people wrote, as long as it is there", () => {
  const filled = contact({ properties: { specialty: "Cardio", ...ours }, written: ours });
  const rewritten = contact({
    properties: ours,
    written: ours,
    raw: { medqual_specialty: "Cardio" },
  });
  const chosen = contact({ properties: { specialty: "Cardio", ...ours } });

  expect(asPeopleLeft(filled, playbook)).toEqual({ specialty: "Cardio", medqual_specialty: null });
  expect(asPeopleLeft(rewritten, playbook)).toEqual({ medqual_specialty: "Cardio" });
  expect(asPeopleLeft(chosen, playbook)).toEqual({ specialty: "Cardio", ...ours });
});

test.each([
  ["", null, true],
  ["Cardio", null, true],
  ["oncology", null, false],
  ["own_sleep", null, false],
  ["cardiology", "cardiology", true],
  ["oncology", "cardiology", false],
  ["", "cardiology", false],
  ["", "", true],
])("over %j, where we last wrote %j: %j", (there, last, expected) => {
  expect(mayRewrite("medqual_specialty", there, last)).toBe(expected);
});

describe("whatever people write and change", () => {
  const text = fc.constantFrom(null, "", "Cardio", "Ortho", "oncology", "cardiolgy", "n/a");
  const records = fc
    .record({
      specialty: text,
      medqual_specialty: text,
      last: fc.constantFrom(null, "", "cardiology", "oncology"),
      wasRewritten: fc.boolean(),
    })
    .map(({ specialty, medqual_specialty, last, wasRewritten }) =>
      contact({
        properties: { specialty, medqual_specialty },
        written: last === null ? {} : { medqual_specialty: last },
        raw: wasRewritten && last === "cardiology" ? { medqual_specialty: "Cardio" } : {},
      }),
    );
  const write = (record: FieldRecord) =>
    planWrites({
      desired: planFields(record, playbook).values,
      present: record.properties,
      lastWritten: record.written as Record<string, string>,
    });

  test("a value that is not what we wrote last is never written over", () => {
    fc.assert(
      fc.property(records, (record) => {
        const last = record.written["medqual_specialty"];
        fc.pre(typeof last === "string");
        fc.pre((record.properties["medqual_specialty"] ?? "") !== last);

        expect(write(record)).toEqual({});
      }),
    );
  });

  test("after writing nothing is left to write, and the facts stay what they were", () => {
    fc.assert(
      fc.property(records, (record) => {
        const wanted = write(record);
        const plan = planFields(record, playbook);
        const after = contact({
          properties: { ...(record.properties as Record<string, string | null>), ...wanted },
          written: { ...record.written, ...wanted } as Record<string, string | null>,
          raw: { ...record.raw, ...plan.raw } as Record<string, string>,
        });

        expect(write(after)).toEqual({});
      }),
    );
  });
});
