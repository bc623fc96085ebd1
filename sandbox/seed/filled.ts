/** Leaves out what is empty, as a CRM does. */
export function filled(
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== "") kept[name] = value;
  }
  return kept;
}
