import type { PortalLook, Writer } from "../../src/fields/audit.ts";
import { judgeValue } from "../../src/fields/judge-value.ts";
import { placesOfFields } from "../../src/fields/place-values.ts";
import { propertyGroup } from "../../src/projection/catalogue.ts";
import { catalogueFor } from "../../src/projection/catalogue-for.ts";
import type { PortalRun } from "../context.ts";
import { AppError } from "../errors.ts";
import type { PropertyDefinition } from "../hubspot/crm.ts";
import { historyBatch, type WrittenValue } from "../hubspot/field-calls.ts";
import { drySurvey } from "../hubspot/provision.ts";
import { keepLook } from "../store/field-looks.ts";
import { recordsWithValues } from "../store/field-effects.ts";
import { countValues } from "../store/field-values.ts";
import { guardLease, type Lease } from "../store/leases.ts";

const everyMs = 24 * 3_600_000;
/** Written at least so often to be called a habit. */
const leastWrites = 3;

/** Looks at what only HubSpot itself shows: definitions, forms, and who writes what means nothing sure. */
export async function lookAtPortal(run: PortalRun, lease: Lease): Promise<void> {
  const { gateway, playbook, services, portal } = run;
  const definitions = {
    contacts: await gateway.properties("contacts", "bulk"),
    companies: await gateway.properties("companies", "bulk"),
  };
  const look: PortalLook = {
    definitions: {
      contacts: definitions.contacts.map(brief),
      companies: definitions.companies.map(brief),
    },
    drifts: await drySurvey(gateway, catalogueFor(playbook), propertyGroup, "bulk"),
    forms: await formsOf(run),
    writers: await writersOf(run),
  };
  await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const at = services.now();
    await keepLook(trx, portal.portal_id, { look, at, dueAt: at + everyMs });
  });
}

function brief({ name, label, type, options }: PropertyDefinition) {
  return { name, label, type, options: options.map((option) => option.label) };
}

async function formsOf({ gateway, portal }: PortalRun): Promise<PortalLook["forms"]> {
  if (!portal.scopes.includes("forms")) return null;
  try {
    return await gateway.formFields("bulk");
  } catch (error) {
    if (error instanceof AppError && error.code === "hubspot_forbidden") return null;
    throw error;
  }
}

/** Of the records with values that mean nothing sure the latest are asked who wrote them. */
async function writersOf(run: PortalRun): Promise<readonly Writer[]> {
  const { gateway, playbook, services, portal } = run;
  const portalId = portal.portal_id;
  const writers: Writer[] = [];
  for (const { field, objectType, property } of placesOfFields(playbook)) {
    if (objectType !== "contacts") continue;
    const isBad = (text: string) => {
      const { kind } = judgeValue(field, text, playbook);
      return kind === "doubtful" || kind === "unknown";
    };
    const values = await countValues(services.db, portalId, {
      objectType,
      property,
      whereEmpty: null,
    });
    const texts = values.map(({ text }) => text).filter(isBad);
    if (texts.length === 0) continue;
    const query = { objectType, property, texts, limit: historyBatch };
    const ids = await recordsWithValues(services.db, portalId, query);
    const histories = await gateway.histories("contacts", ids, {
      properties: [property],
      lane: "bulk",
    });
    const found = new Map<string, string[]>();
    for (const [id, properties] of histories) {
      const latest = properties[property]?.find(({ value }) => isBad(value));
      if (latest) found.set(nameOf(latest), [...(found.get(nameOf(latest)) ?? []), id]);
    }
    for (const [source, written] of found)
      if (written.length >= leastWrites)
        writers.push({
          field,
          property,
          source,
          records: written.length,
          examples: written.slice(0, 5),
        });
  }
  return writers;
}

function nameOf({ source, sourceId }: WrittenValue): string {
  return sourceId === null ? source : `${source} ${sourceId}`;
}
