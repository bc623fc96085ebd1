/** The word most like `wanted`, and a sentence that offers it; all words where none is alike. */
export function didYouMean(wanted: string, words: readonly string[]): string {
  const lower = wanted.toLowerCase().replaceAll(/[\s-]+/gu, "_");
  const [nearest] = words
    .map((word) => ({ word, steps: stepsBetween(lower, word.toLowerCase()) }))
    .filter(({ steps, word }) => word.startsWith(lower) || steps <= word.length / 3)
    .toSorted((a, b) => a.steps - b.steps);
  if (nearest !== undefined) return `Did you mean “${nearest.word}”?`;
  const shown = words.slice(0, 8).join(", ");
  if (words.length === 0) return "Remove it.";
  return `Use one of: ${shown}${words.length > 8 ? ", …" : ""}.`;
}

/** Letters to insert, remove or replace to make one word of the other. */
function stepsBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
