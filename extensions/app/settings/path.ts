/** Where in the playbook: keys and positions, from the outside in. */
export type Path = readonly (string | number)[];

/** As the server's problems say it: `fit.criteria[3].points`. */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}

/** The same playbook with another value at one place; `undefined` takes the key away. */
export function setIn<T>(playbook: T, path: Path, value: unknown): T {
  return put(playbook, path, value) as T;
}

function put(within: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(within)) {
    const copy: unknown[] = [...within];
    copy[Number(key)] = put(copy[Number(key)], rest, value);
    return copy;
  }
  const present = isObject(within) ? within : {};
  const changed = put(present[key], rest, value);
  if (changed !== undefined) return { ...present, [key]: changed };
  const { [key]: _gone, ...others } = present;
  return others;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
