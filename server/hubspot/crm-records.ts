import type { z } from "zod";
import type { AccountInfo, Association, CrmRecord } from "./crm.ts";
import type { accountDetails, associationBatch, crmObject } from "./shapes.ts";

type CrmObject = z.infer<typeof crmObject>;
type AssociationEnd = z.infer<typeof associationBatch>["results"][number]["to"][number];

/** A record as it was read without its associations. */
export function recordOf(object: CrmObject): CrmRecord {
  return {
    id: object.id,
    properties: object.properties,
    updatedAt: Date.parse(object.updatedAt),
    archived: object.archived ?? false,
    associations: null,
  };
}

/** A record as it was read with associations. HubSpot leaves out the types that have none. */
export function recordWithAssociations(object: CrmObject): CrmRecord {
  const endsOf = (name: string) => object.associations?.[name]?.results ?? [];
  const idsOf = (name: string) => [...new Set(endsOf(name).map((end) => end.id))];
  // Each association comes once for each of its types; only the primary one's is not `_unlabeled`.
  const primary = endsOf("companies").find(({ type }) => !type.endsWith("_unlabeled"));
  const companies = idsOf("companies");
  return {
    ...recordOf(object),
    associations: {
      contacts: idsOf("contacts"),
      companies,
      deals: idsOf("deals"),
      primaryCompany: primary?.id ?? companies[0] ?? null,
      hasLabels: endsOf("contacts").length > idsOf("contacts").length,
    },
  };
}

export function associationOf({ toObjectId, associationTypes }: AssociationEnd): Association {
  return {
    toId: toObjectId,
    typeIds: associationTypes.map((type) => type.typeId),
    labels: associationTypes.flatMap((type) => (type.label ? [type.label] : [])),
  };
}

export function accountOf(details: z.infer<typeof accountDetails>): AccountInfo {
  const { portalId, timeZone, utcOffset, accountType } = details;
  const minutes = Number(utcOffset.slice(1, 3)) * 60 + Number(utcOffset.slice(4));
  const utcOffsetMinutes = utcOffset.startsWith("-") && minutes > 0 ? -minutes : minutes;
  return { portalId, timeZone, utcOffsetMinutes, accountType };
}
