import { missingFactLabels } from "../../src/explain/fact-labels.ts";
import { isNpi } from "../../src/facts/npi.ts";
import type { FieldAudit, Finding, Gap, PortalLook } from "../../src/fields/audit.ts";
import { lookAlikes } from "../../src/fields/look-alikes.ts";
import { auditPlace, placesOfFields } from "../../src/fields/place-values.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Services } from "../context.ts";
import { type Caller, openSettings } from "../settings/open-settings.ts";
import { countGaps, countHeld } from "../store/field-effects.ts";
import { askForLook, readLook } from "../store/field-looks.ts";
import { withTaughtSpellings } from "../store/field-spellings.ts";
import { countRecords, countValues } from "../store/field-values.ts";

/**
 * What is wrong with a portal's fields, from the mirror and from the last look at HubSpot; no call is
 * made. The first time a look is asked for, which the bulk lane takes.
 */
export async function auditFields(services: Services, caller: Caller): Promise<FieldAudit> {
  const { db, now, bell } = services;
  const { portalId } = caller;
  const settings = await openSettings(db, caller);
  const playbook = await withTaughtSpellings(db, portalId, settings.playbook);
  const kept = await readLook(db, portalId);
  if (kept === null) {
    await askForLook(db, portalId, now());
    await bell.ring(portalId, "bulk");
  }
  const records = {
    contacts: await countRecords(db, portalId, "contacts"),
    companies: await countRecords(db, portalId, "companies"),
  };
  const audited = [];
  for (const place of placesOfFields(playbook)) {
    const { objectType, property, field } = place;
    const values = await countValues(db, portalId, { objectType, property, whereEmpty: null });
    const result = auditPlace(place, values, { records: records[objectType], playbook });
    const findings: Finding[] = [];
    for (const { finding, texts } of result.findings) {
      const onHold =
        finding.kind === "certain_spellings"
          ? 0 // they are read rightly as they stand
          : await countHeld(db, portalId, { fact: field, objectType, property, texts });
      findings.push({ ...finding, onHold });
    }
    audited.push({ ...result, findings });
  }
  const look = kept?.look ?? null;
  const findings = [
    ...audited.flatMap((each) => each.findings),
    ...(await npiFindings(services, portalId)),
    ...(look === null ? [] : lookFindings(look, playbook)),
  ];
  return {
    at: now(),
    lookedAt: kept?.looked_at ?? null,
    places: audited.map(({ place }) => place),
    spellings: audited.flatMap(({ spellings }) => spellings),
    findings: findings.toSorted((a, b) => b.onHold - a.onHold || b.records - a.records),
    gaps: await listGaps(services, portalId, playbook),
  };
}

/** The facts whose absence keeps contacts on hold, the one that keeps most of them first. */
export async function listGaps(
  { db }: Pick<Services, "db">,
  portalId: string,
  playbook: Playbook,
): Promise<readonly Gap[]> {
  const labels: Readonly<Record<string, string>> = missingFactLabels;
  const own: Readonly<Record<string, string>> = Object.fromEntries(
    playbook.properties.map(({ id, label }) => [id, label]),
  );
  const counted = await countGaps(db, portalId);
  return counted.map((gap) => ({ ...gap, label: labels[gap.fact] ?? own[gap.fact] ?? gap.fact }));
}

async function npiFindings({ db }: Services, portalId: string): Promise<readonly Finding[]> {
  const of = { objectType: "companies", property: "npi", whereEmpty: null } as const;
  const wrong = (await countValues(db, portalId, of)).filter(({ text }) => !isNpi(text));
  if (wrong.length === 0) return [];
  return [
    {
      kind: "invalid_npi",
      field: null,
      objectType: "companies",
      property: "npi",
      records: wrong.reduce((sum, each) => sum + each.records, 0),
      examples: wrong.flatMap(({ examples }) => examples).slice(0, 5),
      onHold: 0,
      sentence: "NPIs that no provider can have: ten digits with a check digit are needed.",
      remedy: "Look them up in the NPI registry and correct them.",
      fix: null,
    },
  ];
}

function lookFindings(look: PortalLook, playbook: Playbook): readonly Finding[] {
  const none = { records: 0, examples: [], onHold: 0, fix: null } as const;
  const alike = lookAlikes(look, playbook);
  return [
    ...look.drifts.map((drift): Finding => {
      const [objectType = "", property = ""] = drift.property.split(".");
      return {
        ...none,
        kind: "drifted_definition",
        field: null,
        objectType: objectType === "companies" || objectType === "deals" ? objectType : "contacts",
        property,
        sentence: drift.sentence,
        remedy: drift.remedy === "repair" ? "Repair the properties." : "Decide in HubSpot.",
      };
    }),
    ...alike.map(({ field, objectType, property, because }): Finding => ({
      ...none,
      kind: "look_alike",
      field,
      objectType,
      property,
      sentence: `Looks like another place for the same thing. ${because}`,
      remedy:
        "Name it in the playbook as where the fact is read; then our property can be filled from it.",
    })),
    ...formFindings(look, playbook, alike),
    ...look.writers.map(({ field, property, source, records, examples }): Finding => ({
      ...none,
      kind: "bad_writer",
      field,
      objectType: "contacts",
      property,
      records,
      examples,
      sentence: `${source} keeps writing values that mean nothing sure.`,
      remedy: "Let it write one of the agreed values, or offer these as options.",
    })),
  ];
}

/** Forms that ask for a governed field in another property than ours. */
function formFindings(
  { forms }: PortalLook,
  playbook: Playbook,
  alike: ReturnType<typeof lookAlikes>,
): readonly Finding[] {
  const beside = [
    ...placesOfFields(playbook).filter(
      (place) => !place.isTarget && place.objectType === "contacts",
    ),
    ...alike.filter(({ objectType }) => objectType === "contacts"),
  ];
  return (forms ?? []).flatMap(({ name, fields }) =>
    beside
      .filter(({ property }) => fields.includes(property))
      .map(({ field, property }): Finding => ({
        kind: "form_beside",
        field,
        objectType: "contacts",
        property,
        records: 0,
        examples: [],
        onHold: 0,
        sentence: `The form “${name}” asks for it in ${property}, as free text or with options of its own.`,
        remedy: "Ask in the form for our property: its options are the agreed values.",
        fix: null,
      })),
  );
}
