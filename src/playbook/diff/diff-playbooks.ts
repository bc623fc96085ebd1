import { clauseInWords } from "../../criteria/clause-words.ts";
import type { Clause, Criterion } from "../../criteria/criterion.ts";
import type { Path } from "../check/problem.ts";
import { isSame } from "../is-same.ts";
import type { Duration, Playbook } from "../playbook.ts";
import { labelsOf } from "../subject-labels.ts";
import { itemNouns, nameOfKey } from "./names.ts";

/** One thing that a version says otherwise than another. */
export type Change = {
  /** In the later version; where something is gone, in the earlier one. */
  readonly path: Path;
  /** For a marketer: "Fit: minimum 60 instead of 50." */
  readonly sentence: string;
};

type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };
type Place = { readonly path: Path; readonly titles: readonly string[] };
type Words = (clause: Clause) => string;

/** Every difference but the version's number; none exactly where the two decide and hand over alike. */
export function diffPlaybooks(before: Playbook, after: Playbook): readonly Change[] {
  const words: Words = (clause) => {
    const properties = [...after.properties, ...before.properties].toReversed();
    return clauseInWords(clause, labelsOf({ properties }));
  };
  const [from, to] = [
    { ...before, version: 0 },
    { ...after, version: 0 },
  ];
  return compare(from as Json, to as Json, { path: [], titles: [] }, words);
}

function compare(a: Json, b: Json, place: Place, words: Words): readonly Change[] {
  if (isSame(a, b)) return [];
  const key = place.path.at(-1);
  if (isCriterion(a) && isCriterion(b)) return compareCriteria(a, b, place, words);
  if (isDuration(a) && isDuration(b))
    return [changed(place, `${durationText(b)} instead of ${durationText(a)}`)];
  if (Array.isArray(a) && Array.isArray(b)) {
    const noun = itemNouns[String(key)];
    const isKeyed = [...a, ...b].every((item) => isObject(item) && "id" in item);
    return noun !== undefined && isKeyed
      ? compareItems(
          a as readonly JsonObject[],
          b as readonly JsonObject[],
          { ...place, noun },
          words,
        )
      : compareLists(a, b, place);
  }
  if (isWordMap(place)) return compareWords(a ?? {}, b ?? {}, place, words);
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((each) => compare(a[each], b[each], within(place, each), words));
  }
  return [changed(place, movement(a, b))];
}

/** Maps whose keys are a portal's own words, to be told as they are written. */
function isWordMap({ path }: Place): boolean {
  return path.length === 2 && (path[0] === "vocabulary" || path[0] === "synonyms");
}

function compareWords(a: Json, b: Json, place: Place, words: Words): readonly Change[] {
  if (!isObject(a) || !isObject(b)) return [];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
    const titles = [...place.titles, `“${key}”`];
    return compare(a[key], b[key], { path: [...place.path, key], titles }, words);
  });
}

/** A criterion that tests something else altogether says so in one sentence. */
function compareCriteria(a: Criterion, b: Criterion, place: Place, words: Words) {
  const sameShape =
    "fact" in a &&
    "fact" in b &&
    a.fact === b.fact &&
    a.condition.operator === b.condition.operator;
  const tests = (clause: Clause): Json => JSON.parse(JSON.stringify(clause)) as Json;
  const rest = (criterion: Criterion): Json => ({
    label: criterion.label,
    points: criterion.points,
  });
  const clauses: readonly Change[] = sameShape
    ? compare(
        tests(a.condition as never),
        tests(b.condition as never),
        within(place, "condition"),
        words,
      )
    : words(a) === words(b)
      ? []
      : [
          {
            path: place.path,
            sentence: `${title(place)}: tests “${words(b)}”, no longer “${words(a)}”.`,
          },
        ];
  return [...compare(rest(a), rest(b), place, words), ...clauses];
}

/** Things with an id: which are new, which are gone, and what became of the others. */
function compareItems(
  a: readonly JsonObject[],
  b: readonly JsonObject[],
  place: Place & { readonly noun: string },
  words: Words,
): readonly Change[] {
  const { noun } = place;
  const find = (list: readonly JsonObject[], item: JsonObject) =>
    list.find(({ id }) => id === item["id"]);
  const at = (item: JsonObject, i: number): Place => ({
    path: [...place.path, i],
    titles: [...place.titles, `${noun} “${text(item["label"] ?? item["id"])}”`],
  });
  const gone = a.flatMap((item, i) => (find(b, item) ? [] : [changed(at(item, i), "gone")]));
  const others = b.flatMap((item, i) => {
    const former = find(a, item);
    if (former === undefined) return [changed(at(item, i), `new${pointsOf(item)}`)];
    return compare(former, item, at(item, i), words);
  });
  const orderOf = (list: readonly JsonObject[], other: readonly JsonObject[]) =>
    list
      .filter((item) => find(other, item))
      .map(({ id }) => text(id))
      .join();
  const isMoved = orderOf(a, b) !== orderOf(b, a);
  return [
    ...gone,
    ...others,
    ...(isMoved ? [changed(renamed(place, `order of ${pluralOf(noun)}`), "changed")] : []),
  ];
}

function compareLists(a: readonly Json[], b: readonly Json[], place: Place): readonly Change[] {
  const [before, after] = [a.map(text), b.map(text)];
  const gained = after.filter((each) => !before.includes(each));
  const lost = before.filter((each) => !after.includes(each));
  const parts = [
    ...(gained.length > 0 ? [`now with ${gained.join(", ")}`] : []),
    ...(lost.length > 0 ? [`${gained.length > 0 ? "" : "now "}without ${lost.join(", ")}`] : []),
  ];
  return [changed(place, parts.length > 0 ? parts.join(", ") : "in another order")];
}

function movement(a: Json, b: Json): string {
  return `${text(b)} instead of ${text(a)}`;
}

function within({ path, titles }: Place, key: string): Place {
  return { path: [...path, key], titles: [...titles, nameOfKey(key)] };
}

/** "Fit: minimum rises …": what changed is named last. */
function changed({ path, titles }: Place, happened: string): Change {
  const [what = "The playbook", ...around] = titles.toReversed();
  const where = around.toReversed().filter((each) => each !== "");
  const sentence =
    where.length === 0 ? `${what} ${happened}.` : `${where.join(", ")}: ${what} ${happened}.`;
  return { path, sentence: capital(sentence) };
}

function pluralOf(noun: string): string {
  if (noun === "criterion") return "criteria";
  return noun.startsWith("role ")
    ? noun.replace("role ", "roles ")
    : `${noun}s`.replace("propertys", "properties");
}

function renamed({ path, titles }: Place, name: string): Place {
  return { path, titles: [...titles.slice(0, -1), name] };
}

function title({ titles }: Place): string {
  return capital(titles.filter((each) => each !== "").join(", "));
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function pointsOf(item: JsonObject): string {
  return typeof item["points"] === "number" ? ` (${item["points"]} points)` : "";
}

function text(value: Json): string {
  if (Array.isArray(value)) return `“${value.map(text).join(" ")}”`;
  if (isObject(value))
    return Object.entries(value)
      .map(
        ([key, each]) => `${nameOfKey(key)} ${isDuration(each) ? durationText(each) : text(each)}`,
      )
      .join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" || value === undefined ? "nothing" : String(value);
}

function durationText(duration: Duration): string {
  const count = duration.kind === "hours" ? duration.hours : duration.days;
  return `${count} working ${duration.kind === "hours" ? "hour" : "day"}${count === 1 ? "" : "s"}`;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDuration(value: Json): value is Duration {
  return isObject(value) && (value["kind"] === "hours" || value["kind"] === "days");
}

function isCriterion(value: Json): value is Json & Criterion {
  return isObject(value) && "points" in value && "id" in value;
}
