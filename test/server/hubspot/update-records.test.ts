import fc from "fast-check";
import { AppError } from "../../../server/errors.ts";
import type { CrmRecord, Update } from "../../../server/hubspot/crm.ts";
import { updateRecords } from "../../../server/hubspot/update-records.ts";
import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "./stand-ins.ts";
import { thrownBy } from "./thrown-by.ts";

const path = "/crm/objects/2026-09/contacts/batch/update";
const update = (id: string): Update => ({ id, properties: { medqual_fit: "80" } });

test("one call writes all, and each input carries its own trace id", async () => {
  const { gateway } = openGateway();
  const inputs = ["1", "2"].map((id) => ({ ...update(id), objectWriteTraceId: id }));
  mockHubSpot()
    .post(path, { inputs })
    .reply(200, { results: [sent("2"), sent("1")] });

  const result = await gateway.update("contacts", [update("1"), update("2")], "live");

  expect(result.written.map(({ id }) => id)).toEqual(["2", "1"]);
  expect([result.gone, result.refused]).toEqual([[], []]);
});

test("what was written, what is gone and what was refused are told apart", async () => {
  const { gateway } = openGateway();
  const errors = [
    hubspotError({ category: "OBJECT_NOT_FOUND", context: { ids: ["2"] } }),
    hubspotError({
      category: "VALIDATION_ERROR",
      message: "ann@clinic.org was not valid",
      errors: [{ message: "…", code: "INVALID_OPTION", context: { propertyName: ["role"] } }],
      context: { objectWriteTraceId: ["3"] },
    }),
  ];
  mockHubSpot()
    .post(path)
    .reply(207, { results: [sent("1")], errors });

  const ids = ["1", "2", "3", "4"]; // 4 was merged: missing without a word
  const result = await gateway.update("contacts", ids.map(update), "live");

  expect(result.written.map(({ id }) => id)).toEqual(["1"]);
  expect(result.gone).toEqual(["2", "4"]);
  expect(result.refused).toEqual([{ id: "3", message: "role: INVALID_OPTION" }]);
});

test("an error that names no record never makes one count as gone", async () => {
  const { gateway } = openGateway();
  const errors = [hubspotError({ category: "VALIDATION_ERROR", message: "Try later" })];
  mockHubSpot()
    .post(path)
    .reply(207, { results: [sent("1")], errors });

  const result = await gateway.update("contacts", [update("1"), update("2")], "live");

  expect(result.gone).toEqual([]);
  expect(result.refused).toEqual([{ id: "2", message: "Try later" }]);
});

test("a lost answer ends the batch, for the caller has to look first", async () => {
  const { gateway } = openGateway();
  mockHubSpot().post(path).reply(504);

  const error = await thrownBy(gateway.update("contacts", [update("1"), update("2")], "live"));

  expect(error.code).toBe("hubspot_outcome_unknown");
});

test("law: wherever the offenders stand, all others are written once and they are refused", async () => {
  const batch = fc.array(fc.boolean(), { minLength: 1, maxLength: 100 });

  await fc.assert(
    fc.asyncProperty(batch, async (isOffender) => {
      const updates = isOffender.map((_, index) => update(String(index)));
      const offends = ({ id }: Update) => isOffender[Number(id)] === true;
      const stored: string[] = [];

      const result = await updateRecords(updates, async (part) => {
        if (part.some(offends))
          throw new AppError("hubspot_rejected", "long", { context: { words: "not valid" } });
        stored.push(...part.map(({ id }) => id));
        return { records: part.map(recordOf), errors: [] };
      });

      const [bad, good] = [updates.filter(offends), updates.filter((each) => !offends(each))];
      expect(stored).toEqual(good.map(({ id }) => id));
      expect(result.written.map(({ id }) => id)).toEqual(stored);
      expect(result.refused).toEqual(bad.map(({ id }) => ({ id, message: "not valid" })));
      expect(result.gone).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("one offender among a hundred costs few calls", async () => {
  let calls = 0;
  const updates = Array.from({ length: 100 }, (_, index) => update(String(index)));

  const result = await updateRecords(updates, async (part) => {
    calls++;
    if (part.some(({ id }) => id === "37")) throw new AppError("hubspot_rejected", "not valid");
    return { records: part.map(recordOf), errors: [] };
  });

  expect(result.written).toHaveLength(99);
  expect(calls).toBeLessThanOrEqual(15);
});

function recordOf({ id, properties }: Update): CrmRecord {
  return { id, properties, updatedAt: 0, archived: false, associations: null };
}
