/** Where in the document: keys and positions, from the outside in. */
export type Path = readonly (string | number)[];

/** Something a playbook should not say. An error keeps it from being published, a warning does not. */
export type Problem = {
  readonly path: Path;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
};

export function error(path: Path, message: string, suggestion: string): Problem {
  return { path, severity: "error", message, suggestion };
}

export function warning(path: Path, message: string, suggestion: string): Problem {
  return { path, severity: "warning", message, suggestion };
}

/** `fit.criteria[3].condition`. */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./u, "");
}

/** Ids that occur more than once in a list. */
export function duplicateIds(
  list: readonly { readonly id: string }[],
  path: Path,
): readonly Problem[] {
  return list.flatMap(({ id }, i) => {
    const first = list.findIndex((other) => other.id === id);
    if (first === i) return [];
    return [
      error([...path, i, "id"], `The id “${id}” is taken already.`, `Give it an id of its own.`),
    ];
  });
}
