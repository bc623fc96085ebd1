import { factLabels } from "../../explain/fact-labels.ts";
import { signalLabels } from "../../facts/signal.ts";

/** One thing of each list whose things have an id. */
export const itemNouns: Readonly<Record<string, string>> = {
  criteria: "criterion",
  offers: "offer",
  sources: "source rule",
  properties: "own property",
  templates: "committee template",
  atSql: "role needed for SQL",
  later: "role needed later",
};

/** What people call the keys of the document; empty where the thing inside says it all. */
const names: Readonly<Record<string, string>> = {
  criteria: "",
  offers: "",
  properties: "",
  templates: "",
  sources: "",
  atSql: "",
  later: "",
  signals: "",
  condition: "",
  byStage: "",
  factSources: "sources of facts",
  vocabulary: "values of your own",
  synonyms: "spellings",
  halfLifeDays: "half-life in days",
  coolDownDays: "cool-down in days",
  requiredAtSql: "committee required for SQL",
  required: "required items",
  firstTouch: "first touch",
  own: "on our own website",
  forms: "forms and campaigns",
  match: "words of forms and campaigns",
  topic: "topic",
  extras: "further checklist items",
  competitorDomains: "competitors' domains",
  startMinute: "start of the working day in minutes",
  endMinute: "end of the working day in minutes",
  organizationTypes: "organization types",
  admins: "admins",
  ...factLabels,
  ...signalLabels,
};

/** What people call a key of the document. */
export function nameOfKey(key: string): string {
  return (
    names[key] ??
    key
      .replaceAll(/([A-Z])/gu, " $1")
      .replaceAll("_", " ")
      .toLowerCase()
  );
}
