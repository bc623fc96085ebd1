import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const codegen = join(dirname(require.resolve("@hubspot/api-client")), "codegen");

type Attribute = { readonly name: string; readonly baseName: string; readonly type: string };

/** Where models of one of the SDK's APIs are kept, such as `crm/contacts`, and one of them. */
export type Model = { readonly api: string; readonly name: string };

/**
 * What of a JSON value is not as the SDK's model of it says: fields it does not know, fields it
 * needs and does not find, values of another type. Each as `path: what is wrong`.
 */
export function misfits(model: Model, value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [`${path}: is no ${model.name}`];
  const attributes = attributesOf(model);
  if (attributes === undefined) return misfitsOfAlternatives(model, value, path);
  const declared = requiredOf(model);
  const required = attributes.flatMap(({ name, baseName }) =>
    declared.has(name) ? [baseName] : [],
  );
  const known = new Map(attributes.map((attribute) => [attribute.baseName, attribute.type]));
  const missing = required.filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${path}/${name}: is missing`),
    ...Object.entries(value).flatMap(([name, field]) => {
      const type = known.get(name);
      const at = `${path}/${name}`;
      return type === undefined
        ? [`${at}: is unknown`]
        : misfitsOfType(model.api, type, [field, at]);
    }),
  ];
}

function misfitsOfType(
  api: string,
  type: string,
  [value, path]: readonly [value: unknown, path: string],
): readonly string[] {
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${path}: is no list`];
    return value.flatMap((each, index) => misfitsOfType(api, item, [each, `${path}/${index}`]));
  }
  const entry = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (entry !== undefined) {
    if (typeof value !== "object" || value === null) return [`${path}: is no object`];
    return Object.entries(value).flatMap(([name, each]) =>
      misfitsOfType(api, entry, [each, `${path}/${name}`]),
    );
  }
  if (type.endsWith(" | null") && value === null) return [];
  const plain = type.replace(/ \| null$/, "");
  if (plain === "any") return [];
  if (plain === "Date") return isInstant(value) ? [] : [`${path}: is no instant`];
  // Enumerations have a type of their own name and are text.
  const simple = plain.endsWith("Enum") ? "string" : plain;
  if (["string", "number", "boolean"].includes(simple)) {
    return typeof value === simple ? [] : [`${path}: is ${typeof value}, not ${simple}`];
  }
  return misfits({ api, name: plain }, value, path);
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}

/** Undefined for a model that stands for one of several others. */
function attributesOf({ api, name }: Model): readonly Attribute[] | undefined {
  type Models = Readonly<Record<string, { getAttributeTypeMap?: () => readonly Attribute[] }>>;
  const models = require(join(codegen, api, "models", name)) as Models;
  return models[name]?.getAttributeTypeMap?.();
}

/** The misfits of the alternative that fits best. */
function misfitsOfAlternatives(model: Model, value: unknown, path: string): readonly string[] {
  const alternatives = /^export type \w+ = (.+);$/m.exec(declarationOf(model))?.[1]?.split(" | ");
  if (alternatives === undefined) throw new Error(`the SDK has no model ${model.name}`);
  const found = alternatives.map((name) => misfits({ api: model.api, name }, value, path));
  return found.reduce((best, next) => (next.length < best.length ? next : best));
}

function declarationOf({ api, name }: Model): string {
  return readFileSync(join(codegen, api, "models", `${name}.d.ts`), "utf8");
}

/** Only the declarations know which fields are always there. */
function requiredOf(model: Model): ReadonlySet<string> {
  const fields = declarationOf(model).matchAll(/^ {4}'(\w+)':/gm);
  return new Set([...fields].map(([, field]) => field ?? ""));
}
