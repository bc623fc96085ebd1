export type Variables = Readonly<Record<string, unknown>>;

/**
 * Replaces `${NAME}` in all strings of a JSON value. A string that is one variable and nothing else
 * becomes the variable's value with its type; a variable without a value is an error.
 */
export function substitute(value: unknown, variables: Variables): unknown {
  if (typeof value === "string") return substituteText(value, variables);
  if (Array.isArray(value)) return value.map((item) => substitute(item, variables));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, substitute(item, variables)]),
  );
}

function substituteText(text: string, variables: Variables): unknown {
  const alone = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (alone !== undefined) return valueOf(alone, variables);
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => String(valueOf(name, variables)));
}

function valueOf(name: string, variables: Variables): unknown {
  if (!(name in variables)) throw new Error(`the project uses \${${name}}, which has no value`);
  return variables[name];
}
