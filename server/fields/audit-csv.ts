import { stringify } from "csv-stringify/sync";
import type { FieldAudit } from "../../src/fields/audit.ts";

/** The findings and gaps of an audit as a table; ids of records, and nobody's name. */
export function auditCsv({ findings, gaps }: FieldAudit): string {
  const rows = [
    ...findings.map((finding) => ({
      ...finding,
      field: finding.field ?? "",
      examples: finding.examples.join(" "),
    })),
    ...gaps.map(({ fact, label, onHold, alone }) => ({
      kind: "gap",
      field: fact,
      objectType: "contacts",
      property: "",
      records: onHold,
      onHold,
      sentence: `${label} is missing; ${alone} of them wait for nothing else.`,
      remedy: "Find it out, or ask for it in a form.",
      examples: "",
    })),
  ];
  const columns = [
    "kind",
    "field",
    "objectType",
    "property",
    "records",
    "onHold",
    "sentence",
    "remedy",
    "examples",
  ];
  // A cell that begins like a formula must not become one in a spreadsheet.
  return stringify(rows, { header: true, columns, escape_formulas: true });
}
