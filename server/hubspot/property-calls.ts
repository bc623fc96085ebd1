import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Gateway, PropertyDefinition } from "./crm.ts";
import { propertyBatch, propertyList } from "./shapes.ts";

const lane = "interactive"; // an admin waits for the installation
const anything = z.unknown();

type NewProperty = Omit<PropertyDefinition, "archived">;
type PropertyCalls = Pick<
  Gateway,
  | "properties"
  | "createPropertyGroup"
  | "createProperties"
  | "archiveProperties"
  | "updatePropertyOptions"
>;

/** The property definitions of a portal: read, created, and given more options. */
export function propertyCalls(ask: Ask): PropertyCalls {
  const pathOf = (type: string) => `/crm/properties/${apiVersion}/${type}`;

  /** Names that the batch created; none where it was refused as a whole. */
  async function createTogether(path: string, definitions: readonly NewProperty[]) {
    const json = { inputs: definitions.map(inputOf) };
    try {
      const call = { method: "POST", path: `${path}/batch/create`, json, lane } as const;
      const { results } = await ask(call, propertyBatch);
      return new Set(results.map(({ name }) => name));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "hubspot_rejected") throw error;
      return new Set<string>();
    }
  }

  return {
    properties: async (type, askedLane = lane) => {
      const call = { method: "GET", path: pathOf(type), lane: askedLane } as const;
      const { results } = await ask(call, propertyList);
      return results;
    },
    createPropertyGroup: async (type, { name, label }) => {
      const json = { name, label, displayOrder: -1 };
      const path = `${pathOf(type)}/groups`;
      await unlessThere(ask({ method: "POST", path, json, lane }, anything));
    },
    createProperties: async (type, definitions) => {
      if (definitions.length === 0) return;
      const path = pathOf(type);
      const created = definitions.length > 1 ? await createTogether(path, definitions) : new Set();
      // Alone, a name that is archived comes back to life and one that exists harms nobody.
      for (const definition of definitions.filter(({ name }) => !created.has(name))) {
        const json = inputOf(definition);
        await unlessThere(ask({ method: "POST", path, json, lane }, anything));
      }
    },
    archiveProperties: async (type, names) => {
      const json = { inputs: names.map((name) => ({ name })) };
      await ask({ method: "POST", path: `${pathOf(type)}/batch/archive`, json, lane }, anything);
    },
    updatePropertyOptions: async (type, name, options) => {
      const json = { options: options.map(optionOf) };
      const path = `${pathOf(type)}/${encodeURIComponent(name)}`;
      await ask({ method: "PATCH", path, json, lane }, anything);
    },
  };
}

function inputOf(definition: NewProperty) {
  const { name, label, description, groupName, type, fieldType, options } = definition;
  return {
    groupName,
    name,
    label,
    description,
    type,
    fieldType,
    formField: true,
    ...(options.length > 0 && { options: options.map(optionOf) }),
  };
}

function optionOf(option: PropertyDefinition["options"][number], displayOrder: number) {
  const { label, value, hidden } = option;
  return { label, value, displayOrder, hidden };
}

/** Already there is what we wanted. */
async function unlessThere(creating: Promise<unknown>): Promise<void> {
  try {
    await creating;
  } catch (error) {
    if (error instanceof AppError) {
      const { status, category } = error.context;
      if (status === 409 || category === "OBJECT_ALREADY_EXISTS") return;
    }
    throw error;
  }
}
