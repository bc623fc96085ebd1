import { type Half, halves, readLabelledTitles } from "./labelled-titles.ts";
import { type Count, type Measure, measure, type Miss } from "./measure.ts";

// Misses of the held-out half are shown only when it is named: whoever reads them tunes to them.
const shown: readonly string[] = process.argv.includes("--misses=held-out")
  ? halves
  : process.argv.includes("--misses")
    ? ["tuned"]
    : [];

const measured = halves.map((half) => [half, measure(readLabelledTitles(half))] as const);
for (const [half, result] of measured) print(half, result);
process.stdout.write(
  `figures: ${JSON.stringify(Object.fromEntries(measured.map(([half, result]) => [half, figuresOf(result)])))}\n`,
);

function print(half: Half, result: Measure): void {
  const { titles, byRole, misses } = result;
  const { precision, recall, abstention } = figuresOf(result);
  const lines = [
    `${half}: ${titles} titles, precision ${precision}, recall ${recall}, abstention ${abstention}`,
    ...[...byRole].map(([role, count]) => `  ${role.padEnd(22)}${describe(count)}`),
    ...(shown.includes(half) ? misses.map(describeMiss) : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

function describe({ right, wrong, missed }: Count): string {
  return `precision ${ratio(right, wrong)}  recall ${ratio(right, missed)}`;
}

function ratio(right: number, other: number): string {
  const share = right + other === 0 ? "–" : (right / (right + other)).toFixed(3);
  return `${share.padStart(5)} (${right} of ${right + other})`.padEnd(20);
}

function describeMiss({ title, organizationType, roles, read }: Miss): string {
  const at = organizationType === null ? "" : ` at ${organizationType}`;
  return `  "${title}"${at}: read ${named(read)}, labelled ${named(roles)}`;
}

function named(roles: readonly string[]): string {
  return roles.length === 0 ? "nothing" : roles.join(" + ");
}

function figuresOf({ titles, precision, recall, abstention }: Measure) {
  const rounded = (value: number) => Number(value.toFixed(4));
  return {
    titles,
    precision: rounded(precision),
    recall: rounded(recall),
    abstention: rounded(abstention),
  };
}
