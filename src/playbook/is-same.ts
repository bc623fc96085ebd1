/** Whether two parts of documents say the same; in which order keys stand says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [entriesOf(a), entriesOf(b)];
  return (
    one.size === other.size &&
    [...one].every(([key, value]) => other.has(key) && isSame(value, other.get(key)))
  );
}

/** What is not there and what is undefined are the same to a document. */
function entriesOf(of: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(of).filter(([, value]) => value !== undefined));
}
