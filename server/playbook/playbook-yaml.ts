import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { checkPlaybook } from "../../src/playbook/check/check-playbook.ts";
import type { PortalProperties } from "../../src/playbook/check/check-properties.ts";
import { error, type Path, type Problem } from "../../src/playbook/check/problem.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { upgradePlaybook } from "../../src/playbook/upgrade.ts";
import { playbookShape } from "../settings/playbook-shape.ts";
import { shapeProblems } from "./shape-problems.ts";

/** A problem, and where the text has it; lines and columns count from 1. */
export type LocatedProblem = Problem & { readonly line: number; readonly column: number };

export type ReadPlaybook =
  | {
      readonly kind: "read";
      readonly playbook: Playbook;
      readonly problems: readonly LocatedProblem[];
    }
  /** It is no playbook: nothing of it may be used. */
  | { readonly kind: "refused"; readonly problems: readonly LocatedProblem[] };

/** Where editors find what a playbook may say, below the app's own address. */
export const schemaPath = "/playbook.schema.json";

/** A playbook as YAML, for people and for version control. Reading it gives the same playbook back. */
export function writePlaybookYaml(playbook: Playbook, schemaUrl: string): string {
  // The database does not keep the order of keys; people read them in the order of the shape.
  const ordered = playbookShape.safeParse(playbook).data ?? playbook;
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  visit(document, { Collection: (_, node) => void (node.flow = isShort(node)) });
  return `# yaml-language-server: $schema=${schemaUrl}\n${document.toString({ lineWidth: 100 })}`;
}

/** What a person reads at a glance stands on one line. */
function isShort({ items }: YAMLMap | YAMLSeq): boolean {
  const scalars = items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]));
  if (!scalars.every((each) => isScalar(each))) return false;
  return scalars.reduce((length, { value }) => length + String(value).length + 2, 0) <= 72;
}

/**
 * Reads a playbook from YAML (JSON is YAML too) and says everything that is wrong with it, each with its
 * line. A document of an earlier version is completed; `portal` are the properties it will find there.
 */
export function readPlaybookYaml(
  text: string,
  portal: PortalProperties | null = null,
): ReadPlaybook {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const { errors } = document;
  if (errors.length > 0)
    return {
      kind: "refused",
      problems: errors.map((each) => ({
        ...error([], each.message, "Correct the YAML."),
        ...at(each.pos[0]),
      })),
    };
  const locate = (problem: Problem): LocatedProblem => ({
    ...problem,
    ...at(offsetOf(document, problem.path)),
  });
  const stored = unfold(document);
  if (stored === null)
    return {
      kind: "refused",
      problems: [locate(error([], "Its aliases unfold without end.", "Write them out."))],
    };
  if (!isMap(document.contents))
    return {
      kind: "refused",
      problems: [locate(error([], "This is no playbook.", "Begin with its keys, such as name."))],
    };
  const shaped = playbookShape.safeParse(upgradePlaybook(stored.value), { reportInput: true });
  if (!shaped.success)
    return { kind: "refused", problems: shapeProblems(shaped.error.issues).map(locate) };
  const playbook = shaped.data;
  return { kind: "read", playbook, problems: checkPlaybook(playbook, portal).map(locate) };
}

/** The document as data; `null` where its aliases would make more of it than anybody wrote. */
function unfold(document: Document): { readonly value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (cause) {
    if (cause instanceof ReferenceError) return null;
    throw cause;
  }
}

/** Where the deepest part of a path stands that the text has. */
function offsetOf({ contents }: Document, path: Path): number {
  let node: unknown = contents;
  let offset = 0;
  for (const key of path) {
    const found: unknown = isMap(node)
      ? node.items.find(
          (pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key),
        )
      : isSeq(node)
        ? node.items[Number(key)]
        : undefined;
    if (found === undefined) return offset;
    const [place, next] = isPair(found) ? [found.key, found.value] : [found, found];
    if (isScalar(place) || isMap(place) || isSeq(place)) offset = place.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
