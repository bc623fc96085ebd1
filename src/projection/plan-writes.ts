import { parseInstant } from "../facts/civil-date.ts";
import { propertyCatalogue } from "./catalogue.ts";
import { hubspotStages, mayWrite } from "./shared-properties.ts";

type Values = Readonly<Record<string, string | null | undefined>>;

/** Worth writing only together with something else. */
const companions: ReadonlySet<string> = new Set(["medqual_intent", "medqual_scored_at"]);
const kinds: ReadonlyMap<string, string> = new Map(
  propertyCatalogue.map(({ name, type, fieldType }) => [
    name,
    fieldType === "checkbox" ? "set" : type,
  ]),
);

/**
 * What has to be written so that HubSpot shows what is desired: only what differs and is ours to
 * change. Planning again after writing gives nothing.
 */
export function planWrites(record: {
  readonly desired: Readonly<Record<string, string>>;
  readonly present: Values;
  /** What we wrote last into properties that people write too. */
  readonly lastWritten: Values;
  /** The portal's lifecycle stages in their order; HubSpot's own where they were not read. */
  readonly stages?: readonly string[];
}): Record<string, string> {
  const { desired, present, lastWritten, stages = hubspotStages } = record;
  const differing = Object.entries(desired)
    .map(([name, wanted]) => ({ name, wanted, there: present[name] ?? "" }))
    .filter(({ name, wanted, there }) => differs(name, wanted, there))
    .filter(({ name, wanted, there }) => {
      const last = lastWritten[name] ?? null;
      return mayWrite({ name, wanted, there, last, stages });
    });
  const isWorthIt = differing.some(
    ({ name, wanted, there }) =>
      !companions.has(name) || (name === "medqual_intent" && bandOf(wanted) !== bandOf(there)),
  );
  if (!isWorthIt) return {};
  return Object.fromEntries(differing.map(({ name, wanted }) => [name, wanted]));
}

/** HubSpot rewrites values (order of options, form of numbers and instants), so meanings are compared. */
function differs(name: string, wanted: string, there: string): boolean {
  if (wanted === there) return false;
  if (wanted === "" || there === "") return true;
  switch (kinds.get(name) ?? "string") {
    case "number":
      return Number(wanted) !== Number(there);
    case "date":
    case "datetime":
      return parseInstant(wanted) !== parseInstant(there);
    case "set":
      return asSet(wanted) !== asSet(there);
    default:
      return asLines(wanted) !== asLines(there);
  }
}

function asSet(text: string): string {
  const values = text.split(";").map((value) => value.trim());
  return [...new Set(values)]
    .filter((value) => value !== "")
    .toSorted()
    .join(";");
}

function asLines(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

function bandOf(text: string): number | null {
  return text === "" ? null : Math.floor(Number(text) / 10);
}
