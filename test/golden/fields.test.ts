import { labelledFieldValues, measureFieldValues } from "./measure-field-values.ts";
import { plantedFieldValues } from "./planted-field-values.ts";

const now = Date.UTC(2026, 10, 24, 15, 30);

test.each([1, 2, 3])(
  "in the generated portal of seed %i certain rewrites are right and problems are found",
  (seed) => {
    const measured = measureFieldValues(plantedFieldValues({ contacts: 1_000, seed, now }));

    expect(measured.problems).toBeGreaterThan(500);
    expect(measured.precision).toBeGreaterThanOrEqual(0.995);
    expect(measured.recall).toBeGreaterThanOrEqual(0.95);
  },
);

test.each(["tuned", "held-out"] as const)(
  "of the %s spellings no certain rewrite in two hundred is wrong, and one problem in twenty is missed at most",
  (list) => {
    const { precision, recall } = measureFieldValues(labelledFieldValues(list));

    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);

test("the lists share no value", () => {
  const keyOf = ({ field, text }: { field: string; text: string }) =>
    `${field} ${text.toLowerCase()}`;
  const tuned = new Set(labelledFieldValues("tuned").map(keyOf));
  const shared = labelledFieldValues("held-out")
    .map(keyOf)
    .filter((key) => tuned.has(key));

  expect(shared.length / tuned.size).toBeLessThan(0.1);
});
