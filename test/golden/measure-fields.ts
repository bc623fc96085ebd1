import {
  type FieldMeasure,
  labelledFieldValues,
  measureFieldValues,
} from "./measure-field-values.ts";
import { plantedFieldValues } from "./planted-field-values.ts";

const contacts = Number(process.env["SANDBOX_CONTACTS"] ?? 20_000);
const now = Date.UTC(2026, 10, 24, 15, 30);
// The held-out values are shown only when they are asked for: whoever reads them tunes to them.
const isShown = process.argv.includes("--misses=held-out");

print(
  `a portal of ${contacts} contacts`,
  measureFieldValues(plantedFieldValues({ contacts, seed: 1, now })),
  true,
);
print("spellings worked on", measureFieldValues(labelledFieldValues("tuned")), true);
print("held-out spellings", measureFieldValues(labelledFieldValues("held-out")), isShown);

function print(name: string, measured: FieldMeasure, showsMisses: boolean): void {
  const { values, problems, certain, precision, recall, wrong, missed } = measured;
  const lines = [
    `${name}: ${values} values, ${problems} not as agreed, ${certain} certain rewrites`,
    `  precision of certain rewrites ${precision.toFixed(4)}, recall of problems ${recall.toFixed(4)}`,
    ...(showsMisses
      ? counted(wrong.map((each) => `  wrong: ${textOf(each)}, read ${each.read}`))
      : []),
    ...(showsMisses ? counted(missed.map((each) => `  missed: ${textOf(each)}`)) : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function textOf({ field, text, truth }: FieldMeasure["missed"][number]): string {
  return `${field} “${text}”, meant ${truth ?? "nothing sure"}`;
}

function counted(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].map((line) => {
    const count = lines.filter((each) => each === line).length;
    return `${line} (${count})`;
  });
}
